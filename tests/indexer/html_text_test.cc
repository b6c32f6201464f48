#include "indexer/markup/html_text.h"

#include <chrono>

#include <doctest/doctest.h>

#include "common/utf8.h"

namespace backfile {
namespace {

using namespace std::string_literals;

TEST_CASE("html to text: what a reader would see") {
  struct Row {
    std::string html;
    std::string expected;
  };
  const Row rows[] = {
      {"", ""},
      {"plain  text\n of two lines", "plain text of two lines"},
      {"AT&amp;T &#150; caf&eacute;", "AT&T – café"},
      {"<p>One.</p><p>Two.</p>", "One.\n\nTwo."},
      {"<p>One.<p>Two.", "One.\n\nTwo."},
      {"One.<br>Two.<br/>Three.", "One.\nTwo.\nThree."},
      {"One.<br><br>Two.<br>\n <br>\n<br>Three.", "One.\n\nTwo.\n\nThree."},
      {"<div>One<div>Two</div>Three</div>", "One\n\nTwo\n\nThree"},
      {"<section>One</section><article>Two</article>", "One\n\nTwo"},
      {"a <b>bold</b> word, <i>two</i> <i>three</i>.", "a bold word, two three."},
      {"<time>one</time> <mark>two</mark>\n<x-y>three</x-y>", "one two three"},
      {"un<b>brok</b>en", "unbroken"},
      {"<ul><li>One<li>Two</ul>", "One\n\nTwo"},
      {"<h2>Head</h2>Text", "Head\n\nText"},
      {"<table><tr><td>A<td>B</tr><tr><td>C</td><td>D</td></tr></table>", "A B\nC D"},
      {"<pre>a\n  b</pre>c", "a\n  b\n\nc"},
      {"<div>\n<pre>\n  a <b>b</b>\n</pre>\n c \n d</div>", "\n  a b\n\n\nc d"},
      {"<p> one <b> two </b> \n three </p> \n four", "one two three\n\nfour"},
      {"one <x-y> two</x-y>\n<br>\n three", "one two\nthree"},
      {"one<hr>two", "one\n\ntwo"},
      // what is no text
      {"a<script>if (x < 1) document.write('<p>no</p>')</script>b", "ab"},
      {"a<style>p { color: red }</style>b", "ab"},
      {"a<!-- no <p>no</p> -->b<!-->c<!--->d", "abcd"},
      {"a<noscript><p>no</p></noscript>b", "ab"},
      {"a<template><p>no</p></template>b", "ab"},
      {"a<svg><title>no</title><text>no</text></svg>b", "ab"},
      {"a<select><option>no</select>b", "ab"},
      {"<html><head><title>no</title></head><body>yes</body></html>", "yes"},
      {"<title>no</title><article>yes</article>", "yes"},
      {"<!DOCTYPE html><?xml version='1.0'?>yes", "yes"},
      {"a<iframe src='x'>no</iframe>b", "ab"},
      // broken by their authors
      {"a < b and c > d", "a < b and c > d"},
      {"1<2 & 3</>", "1<2 & 3"},
      {"<p>one</div></i></p>two", "one\n\ntwo"},
      {"<b><p>one</b></p>two", "one\n\ntwo"},
      {"text <a href=\"cut", "text"},
      {"text <!-- cut", "text"},
      {"text <", "text <"},
      {"text <script> cut", "text"},
      {"<p class=a class=b title='>' x=\"<p>\">one</p>", "one"},
      {"<P>ONE</P><SCRIPT>no</SCRIPT>", "ONE"},
      {"a<?php echo 1 ?>b", "ab"},
      {"a\0b\x01"
       "c<p>d\0</p>"s,
       "abc\n\nd"},
      {"caf\xE9 <b>\xC3</b>", "caf\uFFFD \uFFFD"},
      {"caf\xE9", "caf\uFFFD"},
      {"<p>Zürich 東京</p>", "Zürich 東京"},
      {"<b>one</b><![CDATA[a & <b>]]>", "onea & <b>"},
      {"<meta charset=iso-8859-1><p>é</p>", "é"},
      {"&lt;b&gt;<i>&amp;amp;</i>", "<b>&amp;"},
      {"<a name='x'/>one<p/>two", "one\n\ntwo"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.html);
    CHECK(html_to_text(row.html) == row.expected);
  }
}

TEST_CASE("html: told from text with angle brackets") {
  struct Row {
    std::string_view text;
    bool expected;
  };
  const Row rows[] = {
      {"<p>One</p>", true},
      {"one<br>two", true},
      {"one<BR />two", true},
      {"a <a href='x'>b</a>", true},
      {"a </strong> b", true},
      {"a < b > c", false},
      {"if x</y then", false},
      {"<john@paper.example>", false},
      {"", false},
      {"<", false},
      {"R&amp;D", false},
      {"</", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(looks_like_html(row.text) == row.expected);
  }
}

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

TEST_CASE("html to text: hostile pages take seconds at most") {
  constexpr std::size_t kBytes = std::size_t{4} << 20;
  std::string attributes = "<p ";
  for (int i = 0; attributes.size() < kBytes; ++i) attributes += "a" + std::to_string(i) + "=1 ";
  attributes += ">text</p>";
  std::string of_root;
  for (int i = 0; of_root.size() < kBytes; ++i) of_root += "<html a" + std::to_string(i) + "=1>";
  const std::string hidden = "<!-- <a x=\"--><b " + attributes.substr(3);
  const std::string pages[] = {
      repeated("<b>", kBytes),
      repeated("<div>x", kBytes),
      repeated("</i>", kBytes),
      repeated("<b>", 4000) + repeated("</i>", kBytes),
      repeated("<p></i>", kBytes),
      repeated("</p>", kBytes),
      repeated("<br>", kBytes),
      repeated("x<br>", kBytes),
      repeated("<!--", kBytes),
      repeated("<!---->", kBytes),
      repeated("<title>", kBytes),
      repeated("<script>", kBytes),
      repeated("<script></script>", kBytes),
      repeated("<a href=\"", kBytes),
      repeated("<", kBytes),
      repeated("<a ", kBytes),
      repeated("<x", kBytes),
      repeated("</", kBytes),
      repeated("&", kBytes),
      repeated("&zzzz;", kBytes),
      repeated("<a id=x name=y>", kBytes),
      repeated("<table><tr><td>", kBytes),
      repeated("<a><table>", kBytes),
      repeated("<![CDATA[", kBytes),
      attributes,
      of_root,
      hidden,
      std::string(kBytes, 'x'),
      "<b>" + std::string(kBytes, ' '),
  };
  for (const std::string& page : pages) {
    CAPTURE(page.substr(0, 40));
    const auto begin = std::chrono::steady_clock::now();
    const std::string text = html_to_text(page);
    const auto seconds = std::chrono::steady_clock::now() - begin;
    CHECK(seconds < std::chrono::seconds(15));
    CHECK(!first_invalid_utf8(text));
  }
}

TEST_CASE("html to text: no text is lost to depth") {
  std::string page;
  for (int i = 0; i < 3000; ++i) page += "<div>w" + std::to_string(i);
  for (int i = 0; i < 3000; ++i) page += "</div>e";
  const std::string text = html_to_text(page + "<p>last</p>");
  CHECK(text.starts_with("w0\n\nw1\n\n"));
  CHECK(text.find("w2999") != std::string::npos);
  CHECK(text.ends_with("\n\nlast"));
}

}  // namespace
}  // namespace backfile
