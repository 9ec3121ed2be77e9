/** What GitHub's REST API accepts, as strictly as its documentation reads; each function says what is wrong. */

type Fields = { readonly [name: string]: unknown };

const OUTPUT_LIMIT = 65_535;
const COMMENT_LIMIT = 65_536;
const ANNOTATIONS = 50;
const CONCLUSIONS = ['success', 'failure', 'neutral', 'cancelled', 'skipped', 'timed_out', 'action_required'];
const STATUSES = ['queued', 'in_progress', 'completed'];
const LEVELS = ['notice', 'warning', 'failure'];

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function badCheckRun(body: unknown, verb: 'create' | 'update'): string | undefined {
  if (!isFields(body)) return 'the body is no object';
  const { name, head_sha, status, conclusion, output } = body;
  const known =
    verb === 'create' ? ['name', 'head_sha', 'status', 'conclusion', 'output'] : ['status', 'conclusion', 'output'];
  return (
    unknownField(body, known) ??
    (verb === 'create' && !isText(name) ? 'name is required' : undefined) ??
    (verb === 'create' && !(isText(head_sha) && /^[0-9a-f]{40}$/.test(head_sha))
      ? 'head_sha is no commit'
      : undefined) ??
    (status !== undefined && !isOneOf(status, STATUSES) ? 'status is unknown' : undefined) ??
    (conclusion !== undefined && !isOneOf(conclusion, CONCLUSIONS) ? 'conclusion is unknown' : undefined) ??
    (status === 'completed' && conclusion === undefined ? 'a completed run needs a conclusion' : undefined) ??
    (output === undefined ? undefined : badOutput(output))
  );
}

function badOutput(output: unknown): string | undefined {
  if (!isFields(output)) return 'output is no object';
  const { title, summary, text, annotations = [] } = output;
  if (!isText(title) || !isText(summary)) return 'output needs title and summary';
  if (title.length > 255) return 'output.title is too long';
  if (Buffer.byteLength(summary) > OUTPUT_LIMIT) return 'output.summary is too long';
  if (text !== undefined && (typeof text !== 'string' || Buffer.byteLength(text) > OUTPUT_LIMIT))
    return 'output.text is too long';
  if (!Array.isArray(annotations)) return 'annotations are no list';
  if (annotations.length > ANNOTATIONS) return `more than ${ANNOTATIONS} annotations`;
  const list: readonly unknown[] = annotations;
  return (
    unknownField(output, ['title', 'summary', 'text', 'annotations']) ??
    list.map(badAnnotation).find((wrong) => wrong !== undefined)
  );
}

function badAnnotation(annotation: unknown): string | undefined {
  if (!isFields(annotation)) return 'an annotation is no object';
  const { path, start_line, end_line, annotation_level, message, title } = annotation;
  if (!isText(path) || path.startsWith('/') || path.includes('\\') || path.split('/').includes('..'))
    return 'path is no path in the repository';
  if (!isLine(start_line) || !isLine(end_line) || end_line < start_line) return 'lines are wrong';
  if (!isOneOf(annotation_level, LEVELS)) return 'annotation_level is unknown';
  if (!isText(message) || Buffer.byteLength(message) > 64 * 1024) return 'message is empty or too long';
  if (title !== undefined && (!isText(title) || title.length > 255)) return 'title is empty or too long';
  return unknownField(annotation, ['path', 'start_line', 'end_line', 'annotation_level', 'message', 'title']);
}

export function badComment(body: unknown): string | undefined {
  if (!isFields(body) || !isText(body.body)) return 'body is required';
  if (body.body.length > COMMENT_LIMIT) return 'body is too long (maximum is 65536 characters)';
  return unknownField(body, ['body']);
}

const TITLE_LIMIT = 256;

/** The words of a pull request; what it joins is checked where branches are known. */
export function badPull(body: unknown, verb: 'create' | 'update'): string | undefined {
  if (!isFields(body)) return 'the body is no object';
  const { title, body: text, head, base } = body;
  if (!isText(title)) return 'title is required';
  if (title.length > TITLE_LIMIT) return `title is too long (maximum is ${TITLE_LIMIT} characters)`;
  if (text !== undefined && (typeof text !== 'string' || text.length > COMMENT_LIMIT)) return 'body is too long';
  if (verb === 'create' && (!isText(head) || !isText(base))) return 'head and base are required';
  return unknownField(body, verb === 'create' ? ['title', 'body', 'head', 'base'] : ['title', 'body']);
}

function unknownField(fields: Fields, known: readonly string[]): string | undefined {
  const stranger = Object.keys(fields).find((name) => !known.includes(name));
  return stranger === undefined ? undefined : `${stranger} is unknown`;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '' && value.isWellFormed();
}

function isOneOf(value: unknown, list: readonly string[]): boolean {
  return typeof value === 'string' && list.includes(value);
}

function isLine(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1;
}
