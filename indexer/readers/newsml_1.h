// An item of NewsML 1.0 to 1.2, as in
//   <NewsItem><Identification><NewsIdentifier>...</NewsIdentifier></Identification>
//   <NewsManagement><FirstCreated>20041202T120000+0000</FirstCreated>...</NewsManagement>
//   <NewsComponent><NewsLines><HeadLine>...</HeadLine></NewsLines>
//   <ContentItem><DataContent><p>...</p></DataContent></ContentItem></NewsComponent></NewsItem>
#pragma once

#include "indexer/raw_article.h"
#include "indexer/readers/xml_items.h"

namespace backfile {

// An article, or a note that it is none.
ReadItem newsml_1_article(const XmlItem& item);

}  // namespace backfile
