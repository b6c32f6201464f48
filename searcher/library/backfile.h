/* backfile.h: the C interface of libbackfile, a full-text search engine for news
 * archives. Requests and answers are JSON, as those of `backfile-search --batch`:
 *
 *   const char *names[] = {"news"};
 *   const char *request = "{\"query\":\"flood\",\"limit\":3}";
 *   const char *answer;
 *   backfile_archive *archive;
 *   if (backfile_open(names, 1, NULL, &archive) != BACKFILE_OK ||
 *       backfile_search(archive, request, strlen(request), &answer) != BACKFILE_OK)
 *     fprintf(stderr, "%s\n", backfile_message(archive));
 *   else
 *     puts(answer);
 *   backfile_close(archive);
 *
 * Threads: a handle is used by one thread at a time. Different handles, also of the same archive,
 * are used by as many threads at once as you like. No function changes the process: no signals,
 * no locale, no output. A child of fork() opens handles of its own.
 */
#ifndef BACKFILE_H
#define BACKFILE_H

/* NOLINTBEGIN: this is C, with the names that C has */
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Archives, opened to be searched as one. */
typedef struct backfile_archive backfile_archive;

typedef enum backfile_status {
  BACKFILE_OK = 0,
  BACKFILE_BAD_REQUEST = 1, /* not to be understood: request, options; or no such id */
  BACKFILE_UNREADABLE = 2,  /* an archive is missing, none, damaged, or a server does not answer */
  BACKFILE_MISUSE = 3,      /* a null pointer, or a handle that was not opened */
  BACKFILE_FAILED = 4       /* anything else, such as memory that ran out */
} backfile_status;

/* "0.1.0"; lives for ever. */
const char* backfile_version(void);

/* Opens `count` archives, each a folder that backfile-index made, tcp://host:port of a Xapian
 * server, or @FILE with a list of such. `options` is NULL or a JSON object:
 *   {"partial":true}  leave out archives that do not answer, and say so in answers
 *   {"timeout":5}     seconds that a server may take for an answer; 30 by default
 * Sets `*archive` to a handle that must be closed, also when opening failed, to ask for the
 * message; to NULL only when there is no memory for one. */
backfile_status backfile_open(const char* const* names, size_t count, const char* options,
                              backfile_archive** archive);

/* Answers a request: a JSON object in `length` bytes of UTF-8. `*answer` is one line of JSON
 * with its line feed, ended by a zero byte, and lives until the next call with the handle. When the
 * status is not BACKFILE_OK it is {"error":{"message":..,"at":..}}, or NULL after BACKFILE_MISUSE;
 * `at` is null, or counts from 1: characters of the query, or where the request is no JSON its
 * bytes. What a writer has committed before the call is seen. Nothing in a request makes the
 * library write, run or connect to anything. */
backfile_status backfile_search(backfile_archive* archive, const char* request, size_t length,
                                const char** answer);

/* What went wrong in the last call with the handle, one line; empty when nothing did. Lives until
 * the next call with it. */
const char* backfile_message(const backfile_archive* archive);

/* NULL is nothing to close. */
void backfile_close(backfile_archive* archive);

#ifdef __cplusplus
}
#endif
/* NOLINTEND */

#endif
