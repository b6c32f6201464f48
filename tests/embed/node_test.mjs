// scripts/node/backfile.mjs over the news of corpus/. Run in a folder where that is indexed as
// `news`, with the programs on the PATH.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { test } from "node:test";

import { Archive, BackfileError } from "../../scripts/node/backfile.mjs";

/** @param {(news: Archive) => Promise<void>} run */
const withNews = (run) => async () => {
  const news = await Archive.open("news");
  try {
    await run(news);
  } finally {
    await news.close();
  }
};

/** Rejects with that message and place. */
const refused = (promise, message, at = null) =>
  assert.rejects(promise, (error) => {
    assert(error instanceof BackfileError);
    assert.match(error.message, message);
    assert.equal(error.at, at);
    return true;
  });

const all = async (hits) => {
  const ids = [];
  for await (const hit of hits) ids.push(hit.id);
  return ids;
};

test("an answer", withNews(async (news) => {
  const answer = await news.search("harbour OR port",
    { limit: 3, facets: ["source:2"], timeline: "year", filter: { language: ["en", "de"] } });
  assert.equal(answer.hits.length, 3);
  assert.equal(answer.facets.source.length, 2);
  assert.equal(answer.timeline[0].period, "2016");
  assert.equal((await news.search("", { from: "2019", to: "2019" })).total.articles, 3);
  const groups = await news.search("id:harbour-2019-03 OR id:courier-2019-03-15-docks", { group: true });
  assert.deepEqual([groups.total.groups, groups.hits[0].copies], [1, 2]);
  assert.equal((await news.article("harbour-2016-05")).published, "2016-05-17T06:30:00Z");
  await refused(news.article("none"), /no article has the id: none/);
}));

test("every hit", withNews(async (news) => {
  const whole = (await news.search("", { limit: 1000 })).hits.map((hit) => hit.id);
  assert.equal(whole.length, 42);
  assert.deepEqual(await all(news.hits("")), whole);
  assert.deepEqual(await all(news.hits("", { limit: 12, offset: 20 })), whole.slice(20, 32));
  assert.deepEqual(await all(news.hits("unheard")), []);
  await refused(all(news.hits("(")), /column 1/, 1);
}));

test("every hit of many pages, once, while articles are added", async () => {
  const folder = mkdtempSync("many-");
  const articles = (first, last, day) => {
    const lines = [];
    for (let i = first; i < last; ++i)
      lines.push(JSON.stringify({ id: `a${i}`, title: `Number ${i}`, body: `It is ${i} now.`, published: day }));
    writeFileSync(`${folder}/dump.jsonl`, lines.join("\n"));
    execFileSync("backfile-index", [`${folder}/news`, `${folder}/dump.jsonl`]);
  };
  articles(0, 1100, "2020-01-01");
  const news = await Archive.open(`${folder}/news`);
  assert.equal(new Set(await all(news.hits("number"))).size, 1100);
  const ids = [];
  for await (const hit of news.hits("number", { sort: "newest" })) {
    ids.push(hit.id);
    if (ids.length === 150) articles(1100, 1105, "2021-01-01");
  }
  assert.equal(ids.length, 1100);
  assert.equal(new Set(ids).size, 1100);
  assert.equal((await news.search("number")).total.articles, 1105);
  await news.close();
  rmSync(folder, { recursive: true });
});

test("many requests at once, answered in order", withNews(async (news) => {
  const queries = Array.from({ length: 200 }, (_, i) => (i % 3 ? "harbour" : i % 2 ? '"' : "x".repeat(50_000)));
  const answers = await Promise.allSettled(queries.map((query) => news.search(query)));
  answers.forEach((answer, i) =>
    assert.equal(answer.status === "fulfilled" ? answer.value.query.text : "refused", i % 3 ? "harbour" : "refused"));
}));

test("text of any script", withNews(async (news) => {
  for (const [query, part] of [["ワクチン", "ワ"], ["Würl*", "Würl"], ["école", "cole"]]) {
    const { text, highlights } = (await news.search(query)).hits[0].snippet;
    assert(text.slice(...highlights[0]).includes(part));
  }
  assert.equal((await news.search("harbour\n\0\u2028port")).query.text, "harbour\n\0\u2028port");
}));

test("what cannot be understood", withNews(async (news) => {
  await refused(news.search('harbour "night'), /unclosed quote at column 9/, 9);
  await refused(news.search("harbour", { limt: 5 }), /no such member of a request: limt/);
  await refused(news.request([]), /no JSON object/);
  await assert.rejects(news.search("harbour", { limit: 5n }), TypeError);
  assert.equal((await news.search("harbour")).total.articles, 3);
}));

test("archives that are not there", async () => {
  await refused(Archive.open("none"), /^no such archive: none/);
  await refused(Archive.open([]), /no archive given/);
  await refused(Archive.open("news", { timeout: 0 }), /not a number of seconds/);
  const news = await Archive.open(["news", "none"], { partial: true, timeout: 1.5 });
  assert.equal((await news.search("")).missing[0].archive, "none");
  await news.close();
  process.env.BACKFILE_SEARCH = "/none/backfile-search";
  await refused(Archive.open("news"), /cannot run \/none/);
  delete process.env.BACKFILE_SEARCH;
});

test("closing", async () => {
  const news = await Archive.open("news");
  const asked = news.search("harbour");
  const closed = news.close();
  await refused(news.search("harbour"), /the archive is closed/);
  assert.equal((await asked).total.articles, 3);
  await closed;
  await news.close();
});

test("a child that is killed rejects all that was asked", async () => {
  process.env.BACKFILE_SEARCH = "./deadly";
  writeFileSync("deadly", '#!/bin/bash\nread -r _; echo "{}"; read -r _; kill -9 $$\n', { mode: 0o755 });
  const news = await Archive.open("news");
  delete process.env.BACKFILE_SEARCH;
  const asked = [news.request({}), news.request({}), news.request({})];
  for (const request of asked) await refused(request, /ended with SIGKILL/);
  await refused(news.search("harbour"), /ended with SIGKILL/);
  await news.close();
});
