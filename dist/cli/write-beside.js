import { Ct as newOwner, wt as ownerTag, xt as sweepOnce } from "./stories-at.js";
import { S as siblingName } from "./session.js";
import { basename, dirname, join } from "node:path";
import { constants, copyFile, link, open, rename, rm } from "node:fs/promises";

// src/files/write-beside.ts
/**
* Writes a file beside its place and moves it there: a reader sees the old content or the new one, never a part. Answers
* whether it was moved.
*/
async function writeBeside(real, content, writing) {
	const { mode, durable, unless } = writing;
	await sweepOnce(dirname(real));
	const draft = siblingName(join(dirname(real), `.${basename(real)}`), ownerTag(await newOwner()), "tmp");
	const file = await open(draft, "wx", mode === void 0 ? 438 : mode & 511);
	try {
		try {
			await file.writeFile(content);
			if (mode !== void 0) await file.chmod(mode & 4095);
			if (durable) await file.sync();
		} finally {
			await file.close();
		}
		const moved = (unless === void 0 || !await unless()) && (writing.place === "free" ? await takeFreePlace(draft, real) : await replace(draft, real));
		await rm(draft, { force: true });
		return moved;
	} catch (error) {
		await rm(draft, { force: true });
		throw error;
	}
}
async function replace(draft, real) {
	await rename(draft, real);
	return true;
}
/** A rename would take the place of whatever stands there; a second name for the draft, or a copy where the file system knows none, does not. */
async function takeFreePlace(draft, real) {
	try {
		await link(draft, real).catch((error) => {
			if (isThere(error)) throw error;
			return copyFile(draft, real, constants.COPYFILE_EXCL);
		});
		return true;
	} catch (error) {
		if (isThere(error)) return false;
		throw error;
	}
}
function isThere(error) {
	return error instanceof Error && "code" in error && error.code === "EEXIST";
}

export { writeBeside as t };