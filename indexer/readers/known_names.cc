#include "indexer/readers/known_names.h"

#include <array>

namespace backfile {
namespace {

// Never here, whatever field it would fill: when something was crawled, seen, fetched or stored
// (date_download, warc_date, seendate, crawled, scraped_at, added, indexed, created_at ...).
constexpr std::array kKnownNames = std::to_array<KnownName>({
    // id
    {"id", "_id"},
    {"id", "_id.$oid"},
    {"id", "guid"},
    {"id", "uuid"},
    {"id", "uid"},
    {"id", "article_id"},  // newsdata.io
    {"id", "doc_id"},
    {"id", "docno"},
    {"id", "document_id"},
    {"id", "news_id"},
    {"id", "story_id"},
    {"id", "stories_id"},  // Media Cloud
    {"id", "post_id"},
    {"id", "storeid"},      // ProQuest
    {"id", "gkgrecordid"},  // GDELT
    {"id", "@id"},          // JSON-LD
    {"id", "identifier"},
    {"id", "uri"},  // ninjs, NYT, Event Registry
    {"id", "hash_id"},

    // url
    {"url", "canonical_link"},  // newspaper4k
    {"url", "canonical_url"},
    {"url", "canonical"},
    {"url", "link"},
    {"url", "web_url"},  // NYT, Guardian
    {"url", "article_url"},
    {"url", "news_url"},
    {"url", "page_url"},
    {"url", "post_url"},
    {"url", "story_url"},
    {"url", "permalink"},
    {"url", "href"},
    {"url", "thread.url"},  // Webz
    {"url", "og:url"},
    {"url", "mainEntityOfPage"},
    {"url", "responded_url"},  // fundus, crawlers
    {"url", "requested_url"},
    {"url", "original_url"},
    {"url", "documentidentifier"},  // GDELT
    {"url", "documenturl"},
    {"url", "sourceurl"},
    {"url", "target_uri"},
    {"url", "article_link"},
    {"url", "external_url"},

    // title
    {"title", "headline"},        // schema.org, HuffPost
    {"title", "headline.main"},   // NYT
    {"title", "title.rendered"},  // WordPress
    {"title", "web_title"},       // Guardian
    {"title", "fields.headline"},
    {"title", "article_title"},
    {"title", "news_title"},
    {"title", "post_title"},
    {"title", "story_title"},
    {"title", "page_title"},
    {"title", "document_title"},
    {"title", "heading"},
    {"title", "headlines"},
    {"title", "article_headline"},
    {"title", "headline_text"},
    {"title", "head"},
    {"title", "hed"},
    {"title", "thread.title"},  // Webz
    {"title", "thread.title_full"},
    {"title", "title_page"},  // news-please
    {"title", "title_rss"},
    {"title", "og:title"},
    {"title", "dc:title"},

    // body
    {"body", "article_body"},  // schema.org
    {"body", "maintext"},      // news-please
    {"body", "main_text"},
    {"body", "fields.body_text"},  // Guardian
    {"body", "full_text"},
    {"body", "text"},
    {"body", "content"},
    {"body", "content.rendered"},  // WordPress
    {"body", "content:encoded"},
    {"body", "content_text"},  // JSON Feed
    {"body", "content_html"},
    {"body", "body_text"},  // ninjs
    {"body", "body_xhtml"},
    {"body", "body_html"},
    {"body", "fields.body"},
    {"body", "plain_text"},
    {"body", "plaintext"},  // fundus
    {"body", "raw_text"},
    {"body", "cleaned_text"},
    {"body", "clean_text"},
    {"body", "article_text"},
    {"body", "article_content"},
    {"body", "news_text"},
    {"body", "news_content"},
    {"body", "news_body"},
    {"body", "story_text"},
    {"body", "story_body"},
    {"body", "post_content"},
    {"body", "page_text"},
    {"body", "page_content"},
    {"body", "document_text"},
    {"body", "article"},  // All-the-news, CNN/Daily Mail
    {"body", "story"},
    {"body", "document"},
    {"body", "paragraphs"},
    {"body", "contents"},
    {"body", "news"},

    // published
    {"published", "date_published"},  // schema.org, JSON Feed
    {"published", "published.$date"},
    {"published", "published_at"},  // NewsAPI
    {"published", "date_publish"},  // news-please
    {"published", "publish_date"},  // RealNews, newspaper4k
    {"published", "published_date"},
    {"published", "publishing_date"},  // fundus
    {"published", "publication_date"},
    {"published", "date_time_pub"},         // Event Registry
    {"published", "web_publication_date"},  // Guardian
    {"published", "pub_date"},              // NYT, RSS
    {"published", "published_on"},
    {"published", "published_time"},
    {"published", "publish_time"},
    {"published", "published_datetime"},
    {"published", "publish_datetime"},
    {"published", "published_timestamp"},
    {"published", "published_utc"},
    {"published", "publication_time"},
    {"published", "publication_datetime"},
    {"published", "date_of_publication"},
    {"published", "article:published_time"},
    {"published", "iso_date"},
    {"published", "first_created"},  // ninjs
    {"published", "first_published"},
    {"published", "first_publication_date"},
    {"published", "date_first_published"},
    {"published", "article_date"},
    {"published", "news_date"},
    {"published", "post_date_gmt"},
    {"published", "post_date"},
    {"published", "posted_date"},
    {"published", "date_posted"},
    {"published", "posted_at"},
    {"published", "posted_on"},
    {"published", "posted"},
    {"published", "date_gmt"},  // WordPress
    {"published", "date_time"},
    {"published", "date"},
    {"published", "dc:date"},
    {"published", "thread.published"},  // Webz
    {"published", "issued"},
    {"published", "issue_date"},
    {"published", "release_date"},
    {"published", "version_created"},  // ninjs
    {"published", "date_created"},     // schema.org

    // updated
    {"updated", "date_modified"},  // schema.org, JSON Feed
    {"updated", "date_modify"},    // news-please
    {"updated", "updated_at"},
    {"updated", "updated_date"},  // NYT
    {"updated", "update_date"},
    {"updated", "date_updated"},
    {"updated", "modified_gmt"},  // WordPress
    {"updated", "modified"},
    {"updated", "modified_at"},
    {"updated", "modified_date"},
    {"updated", "post_modified_gmt"},
    {"updated", "post_modified"},
    {"updated", "last_updated"},
    {"updated", "last_modified"},
    {"updated", "lastmod"},
    {"updated", "fields.last_modified"},  // Guardian
    {"updated", "article:modified_time"},
    {"updated", "version_created"},

    // source
    {"source", "publisher"},  // fundus, schema.org
    {"source", "publisher.name"},
    {"source", "source.name"},  // NewsAPI
    {"source", "source_name"},
    {"source", "publication"},  // All-the-news
    {"source", "publication_name"},
    {"source", "publication_title"},  // ProQuest
    {"source", "pub_title"},
    {"source", "newspaper"},
    {"source", "newspaper_name"},
    {"source", "news_source"},
    {"source", "article_source"},
    {"source", "media_name"},  // Media Cloud
    {"source", "media"},
    {"source", "outlet"},
    {"source", "outlet_name"},
    {"source", "news_outlet"},
    {"source", "meta_site_name"},  // newspaper4k
    {"source", "site_name"},
    {"source", "sitename"},
    {"source", "og:site_name"},
    {"source", "source_common_name"},  // GDELT
    {"source", "infosource"},          // ninjs
    {"source", "provider.name"},
    {"source", "provider"},
    {"source", "journal"},
    {"source", "feed_title"},
    {"source", "thread.site"},  // Webz

    // section
    {"section", "article_section"},  // schema.org
    {"section", "section_name"},     // NYT, Guardian
    {"section", "section_title"},
    {"section", "thread.section_title"},  // Webz
    {"section", "article:section"},
    {"section", "news_desk"},  // NYT
    {"section", "desk"},
    {"section", "rubric"},
    {"section", "department"},
    {"section", "channel"},
    {"section", "category"},
    {"section", "category_name"},
    {"section", "news_type"},
    {"section", "primary_category"},
    {"section", "main_category"},
    {"section", "news_category"},
    {"section", "article_category"},
    {"section", "categories"},  // trafilatura

    // authors
    {"authors", "author"},
    {"authors", "author.name"},
    {"authors", "author_name"},
    {"authors", "author_names"},
    {"authors", "byline.original"},  // NYT
    {"authors", "byline"},
    {"authors", "fields.byline"},  // Guardian
    {"authors", "bylines"},
    {"authors", "by"},
    {"authors", "creator"},
    {"authors", "creators"},
    {"authors", "dc:creator"},
    {"authors", "writer"},
    {"authors", "writers"},
    {"authors", "written_by"},
    {"authors", "journalist"},
    {"authors", "journalists"},
    {"authors", "reporter"},
    {"authors", "reporters"},
    {"authors", "columnist"},
    {"authors", "article_author"},
    {"authors", "post_author"},
    {"authors", "article:author"},
    {"authors", "meta_author"},

    // tags
    {"tags", "tag"},
    {"tags", "topics"},    // fundus
    {"tags", "keywords"},  // schema.org, NYT, newspaper4k
    {"tags", "keyword"},
    {"tags", "subjects"},
    {"tags", "subject"},        // ninjs
    {"tags", "subject_terms"},  // ProQuest
    {"tags", "des_facet"},      // NYT
    {"tags", "topic"},
    {"tags", "labels"},
    {"tags", "article:tag"},
    {"tags", "meta_keywords"},
    {"tags", "concepts"},  // Event Registry
    {"tags", "descriptors"},
    {"tags", "hashtags"},
    {"tags", "categories"},

    // places
    {"places", "place"},
    {"places", "locations"},
    {"places", "location"},
    {"places", "geo_facet"},  // NYT
    {"places", "content_location"},
    {"places", "entities.locations"},  // Webz
    {"places", "place_names"},

    // people
    {"people", "persons"},
    {"people", "person"},
    {"people", "per_facet"},         // NYT
    {"people", "entities.persons"},  // Webz
    {"people", "people_mentioned"},
    {"people", "person_names"},

    // language
    {"language", "in_language"},  // schema.org
    {"language", "lang"},
    {"language", "language_code"},
    {"language", "lang_code"},
    {"language", "meta_lang"},  // newspaper4k
    {"language", "fields.lang"},
    {"language", "source_language"},
    {"language", "article_language"},
    {"language", "dc:language"},
    {"language", "detected_language"},
});

constexpr std::array kLastResorts = std::to_array<KnownName>({
    {"title", "name"},

    {"body", "description"},
    {"body", "lead_paragraph"},  // NYT
    {"body", "summary"},
    {"body", "abstract"},
    {"body", "short_description"},  // HuffPost
    {"body", "excerpt.rendered"},   // WordPress
    {"body", "excerpt"},
    {"body", "meta_description"},
    {"body", "fields.trail_text"},  // Guardian
    {"body", "trail_text"},
    {"body", "standfirst"},
    {"body", "subtitle"},
    {"body", "teaser"},
    {"body", "content_snippet"},
    {"body", "snippet"},
    {"body", "highlights"},

    {"source", "source_domain"},  // news-please
    {"source", "domain"},         // cc_news, RealNews
    {"source", "hostname"},       // trafilatura
    {"source", "source-hostname"},
    {"source", "host"},
    {"source", "website"},
    {"source", "site"},
    {"source", "source_id"},

    {"url", "source_url"},
});

}  // namespace

std::span<const KnownName> known_names() { return kKnownNames; }
std::span<const KnownName> last_resorts() { return kLastResorts; }

}  // namespace backfile
