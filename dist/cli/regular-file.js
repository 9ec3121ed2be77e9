import { n as fail, r as ok } from "./dist.js";
import { closeSync, constants, fstatSync, openSync, read, readSync } from "node:fs";
import { promisify } from "node:util";
import { Buffer } from "node:buffer";

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

export { readRegularFile as n, textOfFile as r, MOST_FILE_BYTES as t };