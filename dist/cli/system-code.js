// src/diagnostics/system-code.ts
/** The system's short name for what went wrong, such as `ENOENT`. Its sentences name paths, and nothing to do. */
function systemCode(error) {
	return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
const PERMISSION = ["permission denied", "let this user write there, or choose another place"];
/** What people meet, in words, and what they can do about it. */
const KNOWN = {
	ENOSPC: ["the disk is full", "free space on that disk, or choose another place, then run the command again"],
	EDQUOT: ["the disk quota is used up", "free space, or choose another place, then run the command again"],
	EROFS: ["the file system is read-only", "choose a place that may be written, or mount it writable"],
	EACCES: PERMISSION,
	EPERM: PERMISSION,
	ENOENT: ["there is no such folder", "create the folder, or choose one that exists"],
	ENOTDIR: ["a part of the path is a file", "choose a path whose folders exist"],
	EISDIR: ["it is a folder", "name a file"],
	ENAMETOOLONG: ["the name is too long", "choose a shorter name"],
	EMFILE: ["too many files are open", "raise the limit (ulimit -n), or lower --concurrency"]
};
/** `the disk is full (ENOSPC)`: the code stays, for whoever searches for it. */
function systemWords(code, otherwise = "the system refuses it") {
	return `${KNOWN[code]?.[0] ?? otherwise} (${code})`;
}
/** What the reader can do about it; what the caller says where nothing better is known. */
function systemHint(code, otherwise) {
	return KNOWN[code]?.[1] ?? otherwise;
}

export { systemHint as n, systemWords as r, systemCode as t };