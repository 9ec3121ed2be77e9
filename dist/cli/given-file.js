import { n as fail, r as ok } from "./dist.js";
import { t as systemCode } from "./system-code.js";
import { n as readRegularFile } from "./regular-file.js";

// src/files/given-file.ts
/** The text of a file that somebody named, anywhere on this machine; else why not, to stand in brackets. */
async function readGivenFile(path) {
	try {
		const read = await readRegularFile(path);
		if (read.ok) return ok(read.value.toString("utf8"));
		return fail(read.error.kind === "not_a_file" ? "not a regular file" : "larger than 50 MB");
	} catch (error) {
		return fail(systemCode(error));
	}
}

export { readGivenFile as t };