// SPDX-License-Identifier: GPL-3.0-or-later
/**
 * Backfile in Node: searches of news archives by a child process, `backfile-search --batch`, which is
 * found by BACKFILE_SEARCH (a path), else on the PATH. Nothing else is needed.
 *
 *     import { Archive } from "./backfile.mjs";
 *
 *     const news = await Archive.open("news");
 *     const answer = await news.search("harbour strike", { facets: ["source:5"], timeline: "month" });
 *     console.log(answer.total.articles, answer.facets.source, answer.hits[0].title);
 *     for await (const hit of news.hits("title:flood")) // every match, page by page
 *       console.log((await news.article(hit.id)).body);
 *     await news.close();
 *
 * As many requests as you like may be under way at once; they are answered one after the other.
 *
 * @module
 */
import { spawn } from "node:child_process";

/** What went wrong, in a line. */
export class BackfileError extends Error {
  /**
   * @param {string} message
   * @param {number | null} [at]
   */
  constructor(message, at = null) {
    super(message);
    this.name = "BackfileError";
    /** The column of the query, from 1, where that is known. */
    this.at = at;
  }
}

/**
 * What is asked beside the query: as the options of backfile-search have it.
 *
 * @typedef {object} Request
 * @property {number} [limit]
 * @property {number} [offset]
 * @property {"relevance" | "newest" | "oldest"} [sort]
 * @property {string} [from] "2024", "2024-11", "2024-11-17", "-30d" (back from today)
 * @property {string} [to]
 * @property {Record<string, string | string[]>} [filter] { source: ["a", "b"] }
 * @property {Record<string, string | string[]>} [exclude]
 * @property {string | string[]} [facets] "source", "source:5", "source:all", "words"
 * @property {"and" | "multi"} [facet_mode]
 * @property {"year" | "month" | "week" | "day"} [timeline]
 * @property {boolean} [group]
 * @property {"exact" | "about"} [total]
 * @property {string} [similar] id of an article
 * @property {string} [recency] "30d"
 * @property {number} [snippet] characters
 * @property {boolean} [explain]
 */

/**
 * An article that matches; times are ISO 8601, in UTC. `highlights` are slices of the snippet's
 * text, as strings have them (JSON has bytes).
 *
 * @typedef {object} Hit
 * @property {number} rank
 * @property {string} id
 * @property {number} score
 * @property {string | null} title
 * @property {string | null} url
 * @property {string | null} source
 * @property {string | null} section
 * @property {string | null} published
 * @property {string[]} authors
 * @property {string[]} tags
 * @property {string | null} language
 * @property {{ text: string, highlights: [number, number][] } | null} snippet
 * @property {string} [group] id of the first of its near-copies
 * @property {number} [copies] with `group`: matches among them, itself too
 * @property {number} [sources] with `group`: that these are from
 * @property {{ kept: number, added: number, cut: string | null }} [copy] to the query `group:ID`
 * @property {{ part: string, score: number }[]} [explanation]
 */

/**
 * @typedef {object} Answer
 * @property {{ text: string, understood: string, did_you_mean: string | null }} query
 * @property {{ articles: number, exact: boolean, groups?: number }} total
 * @property {number} took_ms
 * @property {Hit[]} hits
 * @property {Record<string, { value: string, count: number, articles?: number }[]>} facets
 * @property {Record<string, { distinct: number, without: number }>} [facet_totals]
 * @property {{ period: string, count: number, share: number, articles: number, peak?: boolean,
 *   words?: { value: string, count: number }[] }[]} [timeline]
 * @property {{ archive: string, reason: string }[]} [missing]
 */

const kPage = 500;

/** Archives, opened to be searched as one, until they are closed. */
export class Archive {
  /** @type {{ resolve: (answer: any) => void, reject: (error: Error) => void }[]} */
  #pending = []; // in the order of what was asked
  /** @type {BackfileError | null} */
  #end = null; // why nothing can be asked any more
  #errors = "";
  #child;
  #closed;

  /**
   * Each name is a folder that backfile-index made, tcp://host:port of a Xapian server, or @FILE with
   * a list of such. `partial` leaves out archives that do not answer (`missing` of answers says
   * which); `timeout` is how many seconds a server may take.
   *
   * @param {string | string[]} names
   * @param {{ partial?: boolean, timeout?: number }} [options]
   * @returns {Promise<Archive>}
   */
  static async open(names, options = {}) {
    const archive = new Archive([names].flat(), options);
    try {
      await archive.request({ limit: 0 }); // is answered when all are open
      return archive;
    } catch (error) {
      await archive.close();
      throw error;
    }
  }

  /**
   * Use open().
   *
   * @param {string[]} names
   * @param {{ partial?: boolean, timeout?: number }} options
   */
  constructor(names, { partial = false, timeout }) {
    const words = ["--batch", ...(partial ? ["--partial"] : [])];
    if (timeout !== undefined) words.push(`--timeout=${timeout}`);
    const program = process.env.BACKFILE_SEARCH || "backfile-search";
    // In a session of its own, so that Ctrl-C is for us to deal with.
    this.#child = spawn(program, [...words, "--", ...names], { detached: true });
    this.#child.on("error", (error) => this.#fail(`cannot run ${program}: ${error.message}`));
    this.#child.stdin.on("error", () => {}); // it has ended, which is told below
    this.#child.stderr.setEncoding("utf8").on("data", (text) => (this.#errors += text));
    this.#read(this.#child.stdout);
    this.#closed = new Promise((resolve) => this.#child.on("close", resolve));
    this.#child.on("close", (code, signal) => this.#fail(this.#lastWords(code, signal)));
  }

  /**
   * What the query finds; an empty one finds all.
   *
   * @param {string} query
   * @param {Request} [request]
   * @returns {Promise<Answer>}
   */
  async search(query, request = {}) {
    const answer = await this.request({ ...request, query });
    for (const { snippet } of answer.hits) if (snippet) snippet.highlights = slices(snippet);
    return answer;
  }

  /**
   * Every match, asked for page by page as it is needed; at most `limit` if that is given. Each
   * article comes once, also when a writer changes the archive meanwhile; what it adds may be missed.
   *
   * @param {string} query
   * @param {Request} [request]
   * @returns {AsyncGenerator<Hit, void, void>}
   */
  async *hits(query, { limit = Infinity, offset = 0, ...request } = {}) {
    delete request.facets;
    delete request.timeline;
    const seen = new Set();
    for (let left = limit; left > 0; ) {
      const page = Math.min(left, kPage);
      const { hits } = await this.search(query, { ...request, limit: page, offset });
      for (const hit of hits) if (!seen.has(hit.id)) yield (seen.add(hit.id), hit);
      if (hits.length < page) return;
      offset += page;
      left -= page;
    }
  }

  /**
   * The article with that id, whole.
   *
   * @param {string} id
   * @returns {Promise<Record<string, any>>} with `id`, `title`, `body` ... as far as it has them
   */
  async article(id) {
    return (await this.request({ show: id })).article;
  }

  /**
   * The answer to a request as `backfile-search --batch` takes it, as it came. Rejects with a
   * BackfileError; so does all else here.
   *
   * @param {object} request
   * @returns {Promise<any>}
   */
  async request(request) {
    const line = JSON.stringify(request) + "\n";
    if (this.#end) throw new BackfileError(this.#end.message);
    const answer = await new Promise((resolve, reject) => {
      this.#pending.push({ resolve, reject });
      this.#child.stdin.write(line);
    });
    if (answer.error) throw new BackfileError(answer.error.message, answer.error.at);
    return answer;
  }

  /**
   * What was asked before is answered still. Closing twice does nothing.
   *
   * @returns {Promise<void>}
   */
  async close() {
    this.#end ??= new BackfileError("the archive is closed");
    this.#child.stdin.end();
    await this.#closed;
  }

  /** @param {import("node:stream").Readable} output */
  #read(output) {
    /** @type {Buffer[]} */
    let parts = []; // of a line, which ends at a line feed only, not where readline would have it
    output.on("data", (/** @type {Buffer} */ chunk) => {
      let begin = 0;
      for (let end; (end = chunk.indexOf(10, begin)) >= 0; begin = end + 1) {
        parts.push(chunk.subarray(begin, end));
        this.#pending.shift()?.resolve(JSON.parse(Buffer.concat(parts).toString()));
        parts = [];
      }
      parts.push(chunk.subarray(begin));
    });
  }

  /** @param {string} message */
  #fail(message) {
    this.#end ??= new BackfileError(message);
    for (const { reject } of this.#pending.splice(0)) reject(new BackfileError(message));
  }

  /**
   * @param {number | null} code
   * @param {string | null} signal
   */
  #lastWords(code, signal) {
    const words = this.#errors.trim().replace(/^backfile-search: /, "");
    return words || `backfile-search ended with ${signal ?? `status ${code}`}`;
  }
}

/**
 * @param {{ text: string, highlights: [number, number][] }} snippet with offsets of bytes
 * @returns {[number, number][]}
 */
function slices({ text, highlights }) {
  const bytes = Buffer.from(text);
  const length = (/** @type {number} */ end) => bytes.toString("utf8", 0, end).length;
  return highlights.map(([begin, end]) => [length(begin), length(end)]);
}
