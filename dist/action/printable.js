import { a as ok, i as fail } from "./loopback.js";
import { join } from "node:path";
import { Buffer } from "node:buffer";
import { closeSync, constants, fstatSync, openSync, read, readSync } from "node:fs";
import { promisify } from "node:util";

// src/git/objects/regular-file.ts
/** As much as the largest story may hold, and more than any other file that is read whole; packs are read in pieces. */
const MOST_FILE_BYTES = 52428800;
/**
* A regular file's content. A pipe, a device or a socket in its place would hold us up for ever, so nothing is waited for,
* and the checks are made on what is open, not on its name. What the system says is thrown, with its code.
*/
async function readRegularFile(path, { mostBytes = MOST_FILE_BYTES, followLinks = true } = {}) {
	const noFollow = followLinks ? 0 : constants.O_NOFOLLOW ?? 0;
	const file = openUnlessNoFile(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | noFollow);
	if (file === void 0) return fail({ kind: "not_a_file" });
	try {
		const found = fstatSync(file);
		if (!found.isFile()) return fail({ kind: "not_a_file" });
		if (found.size > mostBytes) return fail({
			kind: "too_large",
			bytes: found.size
		});
		const content = await readWhole(file, found.size, mostBytes);
		return content.length > mostBytes ? fail({
			kind: "too_large",
			bytes: content.length
		}) : ok(content);
	} finally {
		closeSync(file);
	}
}
function openUnlessNoFile(path, flags) {
	try {
		return openSync(path, flags);
	} catch (error) {
		const code = error instanceof Error && "code" in error ? error.code : void 0;
		if (code === "EISDIR" || code === "ENXIO") return void 0;
		throw error;
	}
}
const LARGEST_READ = 1048576;
/** Room for what came on top of the size that was told: mostly nothing, which is how the end is seen. */
const SMALLEST_READ = 64;
/** Nearly all files, and git's objects by the thousand: five trips to another thread cost ten times what these reads do. */
const READ_AT_ONCE = 65536;
/** At most one byte more than may be: a file can grow while it is read, and some have no size of their own. */
async function readWhole(file, told, mostBytes) {
	const chunks = [];
	for (let size = 0; size <= mostBytes;) {
		const wanted = size < told ? told - size : SMALLEST_READ << Math.min(chunks.length, 14);
		const chunk = Buffer.allocUnsafe(Math.min(wanted, LARGEST_READ, mostBytes + 1 - size));
		const bytesRead = size + chunk.length <= READ_AT_ONCE ? readSync(file, chunk) : (await readLater(file, chunk, 0, chunk.length, null)).bytesRead;
		if (bytesRead === 0) break;
		chunks.push(chunk.subarray(0, bytesRead));
		size += bytesRead;
	}
	return Buffer.concat(chunks);
}
const readLater = promisify(read);
/** Text of git's own making, such as `HEAD`; undefined when there is no such file, or something else in its place. */
async function textOfFile(path) {
	try {
		const read = await readRegularFile(path);
		return read.ok ? read.value.toString("utf8") : void 0;
	} catch (error) {
		if (!(error instanceof Error && "code" in error)) throw error;
		return;
	}
}

// src/git/read/ref.ts
const OID = /^[0-9a-f]{40}$/;
/** The commit that a full ref name (`refs/heads/main`) stands for; undefined when there is no such ref. */
async function readRef(commonDir, ref, depth = 5) {
	const loose = (await textOf(join(commonDir, ref)))?.trim();
	if (loose !== void 0 && OID.test(loose)) return loose;
	const target = loose === void 0 ? void 0 : symbolicTarget(loose);
	if (target !== void 0) return depth === 0 ? void 0 : readRef(commonDir, target, depth - 1);
	const oid = (await textOf(join(commonDir, "packed-refs")) ?? "").split("\n").find((line) => line.slice(41).trimEnd() === ref)?.slice(0, 40);
	return oid !== void 0 && OID.test(oid) ? oid : void 0;
}
/** What a HEAD file says: the branch it is on (a full ref name), or a commit. */
async function readHeadFile(gitDir) {
	const text = (await textOf(join(gitDir, "HEAD")))?.trim();
	if (text === void 0) return void 0;
	const ref = symbolicTarget(text);
	if (ref !== void 0) return { ref };
	return OID.test(text) ? { oid: text } : void 0;
}
/** The short name of the branch that is checked out; undefined when HEAD is detached. */
async function currentBranch(gitDir) {
	const head = await readHeadFile(gitDir);
	return head !== void 0 && "ref" in head ? head.ref.replace(/^refs\/heads\//, "") : void 0;
}
function symbolicTarget(text) {
	return /^ref:\s*(\S+)$/.exec(text)?.[1];
}
async function textOf(path) {
	try {
		const read = await readRegularFile(path);
		return read.ok ? read.value.toString("utf8") : void 0;
	} catch (error) {
		const code = error instanceof Error && "code" in error ? error.code : void 0;
		if (code === "ENOENT" || code === "ENOTDIR") return void 0;
		throw error;
	}
}

// src/diagnostics/printable.ts
/**
* What may stand on a screen, in a log, in Markdown: every character that people can see, and the few unseen ones that
* writing needs where it needs them. All else moves cursors, turns text around, or carries what nobody sees; it is
* written out, as `\u{1b}`.
*/
function printable(text) {
	return text.replaceAll(UNSEEN, written);
}
/** Also safe in the log of a job, where `::name` at the start of a line and `##[name]` anywhere are orders to the runner. */
function printableInLog(text) {
	return printable(text).replaceAll("##[", "## [").replaceAll(/(?<=^|\s):{2,}/g, (colons) => Array.from(colons).join(" "));
}
const UNSEEN = new RegExp([
	String.raw`[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u2800[[\p{Cf}\p{Default_Ignorable_Code_Point}]--[\u200c\u200d\ufe0e\ufe0f]]]`,
	String.raw`(?<!\p{Emoji})[\ufe0e\ufe0f]`,
	String.raw`(?<!(?:\p{Extended_Pictographic}|\p{Emoji_Modifier})\ufe0f?|${letter()})\u200d`,
	String.raw`\u200d(?!\p{Extended_Pictographic}|${letter()})`,
	String.raw`(?<!${letter()})\u200c|\u200c(?!${letter()})`
].join("|"), "gv");
function letter() {
	return String.raw`[[\p{L}\p{M}]--[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Default_Ignorable_Code_Point}]]`;
}
const NAMED = {
	"\n": "\\n",
	"\r": "\\r",
	"	": "\\t"
};
function written(character) {
	return NAMED[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

export { readRef as a, textOfFile as c, readHeadFile as i, printableInLog as n, MOST_FILE_BYTES as o, currentBranch as r, readRegularFile as s, printable as t };