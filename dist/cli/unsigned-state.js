import { n as printableInLog, t as printable } from "./printable.js";

// src/network/connection-words.ts
/** In words, to stand where an answer would. */
function describeConnectionFailure({ kind, code }) {
	switch (kind) {
		case "untrusted": return `the certificate is not trusted (${code})`;
		case "not_tls": return `the server there does not speak TLS (${code})`;
		case "proxy": return /^[A-Za-z]+_/.test(code) ? `${code} is not the address of an http(s) proxy` : `the proxy refused the connection (${code})`;
		case "no_connection": return `no connection (${code})`;
	}
}
/** What helps, where more can be said than to look and try again. `proxy` is the variable that a proxy may come from. */
function hintForConnection({ kind, code }, proxy) {
	switch (kind) {
		case "untrusted": return hintForCertificate(code);
		case "not_tls": return proxy === void 0 ? "it is a port for http: correct the address and its port" : `it is a port for http: correct the address and its port, or the proxy in ${proxy}`;
		case "proxy": return `correct the proxy in ${proxy ?? "HTTPS_PROXY"}, or list the host in NO_PROXY`;
		case "no_connection": return;
	}
}
function hintForCertificate(code) {
	if (code === "CERT_HAS_EXPIRED" || code === "CERT_NOT_YET_VALID") return "have the certificate renewed, or correct the clock of this machine";
	if (code === "ERR_TLS_CERT_ALTNAME_INVALID" || code === "HOSTNAME_MISMATCH") return "it is the certificate of another host: correct the address";
	return "if your own authority signs certificates (an inspecting proxy, say), name its certificate file in NODE_EXTRA_CA_CERTS";
}

// src/diagnostics/inert.ts
const ZERO_WIDTH_SPACE = "​";
/**
* Text in which GitHub finds nothing to bring to life, in Markdown as in a commit message: no person or team is called,
* no issue linked or closed, nothing becomes a picture. GitHub looks in the rendered text, where a backslash is gone
* already, so what it looks for is broken by a space without width.
*/
function inert(text) {
	return text.replaceAll(/@(?=[\w-])/g, broken).replaceAll(/#(?=\d)/g, broken).replaceAll(/\bGH-(?=\d)/gi, broken).replaceAll(/\/(?:issues|pull|discussions|commit|compare)\/(?=\w)/gi, broken).replaceAll(/:(?=(?:100|1234|[+-]1|[\d_+-]*[a-z][\w+-]*):)/gi, broken);
}
function broken(found) {
	return `${found}${ZERO_WIDTH_SPACE}`;
}

// src/report/escape.ts
/**
* Names come from manifests, story files and plan files: anybody who can open a pull request writes them.
* Nothing of theirs may move a cursor, start a workflow command, become markup or call a person.
*/
/** Safe on a terminal and in a CI log. */
function forTerminal(text) {
	return printableInLog(text);
}
/** Cuts after `limit` characters, never through one. */
function clip(text, limit) {
	if (text.length <= limit) return text;
	const characters = Array.from(text);
	return characters.length <= limit ? text : `${characters.slice(0, limit - 1).join("")}…`;
}
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;"
};
/** Plain words inside Markdown: no markup, no table cell, no mention, no issue or commit, no link, no formula. */
function forMarkdown(text) {
	const escaped = printable(text).replaceAll(/\s+/g, " ").replaceAll(/[\\`*_{}[\]|~$#!]/g, "\\$&").replaceAll(/[&<>]/g, (character) => ENTITIES[character] ?? character).replaceAll("://", "\\://").replaceAll(/www\./gi, (found) => `${found.slice(0, 3)}\\.`).replaceAll(/^(\s*)([-+=:])/g, "$1\\$2").replaceAll(/^(\s*\d+)([.)])/g, "$1\\$2");
	return inert(escaped).replaceAll(/(?<![\w&])[0-9a-f]{7,64}(?!\w)/gi, "<code>$&</code>");
}
/** A name as code, also inside `<summary>` and tables: GitHub looks for no people and no issues in there. */
function asHtmlCode(text) {
	return `<code>${printable(text).replaceAll(/[&<>"'`*_[\]\\|~$@#!:]|(?<=\bwww)\./gi, (character) => `&#${character.codePointAt(0) ?? 0};`)}</code>`;
}
/** A name as code in running Markdown: backticks where nothing in it can end them. */
function asMarkdownCode(text) {
	return /^[\w./=:()[\]"',-]+(?: [\w./=:()[\]"',-]+)*$/.test(text) ? `\`${text}\`` : asHtmlCode(text);
}

// src/report/phrase.ts
/** Longest name and sentence shown; the JSON documents hold them whole. */
const NAME_LIMIT = 100;
const WORDS_LIMIT = 500;
/** An identifier or a name that somebody chose. */
function name(text) {
	return { name: text };
}
/** A sentence made elsewhere: a message, a hint, the text of a change. */
function words(text) {
	return { words: text };
}
/** Tagged template: say`credential ${name(slug)} is missing`. */
function say(strings, ...pieces) {
	return strings.flatMap((text, index) => {
		const piece = pieces[index];
		if (piece === void 0) return [text];
		return isPhrase(piece) ? [text, ...piece] : [text, piece];
	});
}
function isPhrase(value) {
	return Array.isArray(value);
}
/** Puts a separator between phrases. */
function joined(phrases, separator) {
	return phrases.flatMap((phrase, index) => index === 0 ? phrase : [separator, ...phrase]);
}
/** One line for a terminal or log. */
function inTerminal(phrase) {
	return phrase.map((piece) => {
		if (typeof piece === "string") return piece;
		if ("words" in piece) return forTerminal(clip(piece.words.trim(), WORDS_LIMIT));
		const shown = forTerminal(clip(piece.name, NAME_LIMIT));
		return shown === "" || shown.includes(" ") ? `"${shown}"` : shown;
	}).join("");
}
/** One line of Markdown. `code` is how names are set: plain HTML where Markdown is not read, as in `<summary>`. */
function inMarkdown(phrase, code = "markdown") {
	return phrase.map((piece) => {
		if (typeof piece === "string") return piece;
		if ("words" in piece) return forMarkdown(clip(piece.words.trim(), WORDS_LIMIT));
		const cut = clip(piece.name, NAME_LIMIT);
		return code === "html" ? asHtmlCode(cut) : asMarkdownCode(cut);
	}).join("");
}
/** Whole and not escaped, for documents: whoever shows it escapes it. */
function inDocument(phrase) {
	return phrase.map((piece) => {
		if (typeof piece === "string") return piece;
		return "words" in piece ? piece.words : `"${piece.name}"`;
	}).join("");
}

// src/report/reason-words.ts
/** Each reason in words that stand after the story's name. */
const REASON_WORDS = {
	new: "not at the destination yet",
	content_changed: "content changed",
	drift: "edited at the destination",
	renamed: "renamed",
	recreated: "deleted at the destination; will be recreated",
	forced: "unchanged, pushed again because of --force",
	detached: "detached from sync",
	manual_sync_only: "manual sync only",
	not_ours: "not managed by this destination",
	ambiguous_name: "more than one story there matches",
	missing_prerequisite: "something it needs is missing there",
	change_control: "under change control at the destination",
	ingress_ambiguous: "its webhooks or pages are ambiguous",
	missing_key: "no usable API key",
	unauthorized: "API key refused",
	unreachable: "tenant unreachable",
	unreadable: "could not be read completely",
	rejected: "rejected by the tenant",
	verify_failed: "verification failed",
	plan_stale: "plan is stale",
	superseded: "superseded by a newer commit on the branch",
	awaiting_approval: "waiting for somebody to agree",
	awaiting_ring: "waits for its ring",
	outside_window: "outside its window",
	held: "held",
	pinned: "pinned",
	halted: "halted",
	not_reached: "not reached",
	internal: "internal error in storysync (a bug)"
};
/** Their messages include the reason: the words above would repeat it. */
const WHOLE_IN_MESSAGE = /* @__PURE__ */ new Set([
	"awaiting_ring",
	"outside_window",
	"pinned",
	"drift",
	"awaiting_approval",
	"not_ours",
	"ambiguous_name",
	"missing_prerequisite",
	"change_control",
	"ingress_ambiguous",
	"halted",
	"not_reached",
	"superseded",
	"internal"
]);
/** Begins a message that says all: whose refusal it is, the vendor may not even know. */
const VENDOR_SYNC_FAILED = "the vendor's sync failed";
/** Reason and message where they are in one line, without repeating each other. */
function causesOf(reason, message) {
	const lead = leadOf(reason, message);
	return [...lead === null ? [] : [[lead]], ...message === null ? [] : [[words(message)]]];
}
/** The same as plain text, whole and not yet escaped: for documents. */
function causeAsText(reason, message) {
	return [leadOf(reason, message), message].filter((text) => text !== null && text !== "").join(": ");
}
function leadOf(reason, message) {
	if (reason === null) return null;
	const isWhole = WHOLE_IN_MESSAGE.has(reason) || message?.startsWith("the vendor's sync failed");
	return message !== null && message !== "" && isWhole ? null : REASON_WORDS[reason];
}
/** The vendor's three words, as people read them. */
const STATUS_WORDS = {
	synced: "synced",
	failed: "failed",
	requires_sync: "pending"
};
/** For a story without a reason of its own. */
const ACTION_WORDS = {
	create: "will be created",
	update: "will be updated",
	unchanged: "unchanged",
	skip: "skipped",
	blocked: "blocked"
};
/** Why, in the words of the reason. A create without one is of a plan from git alone: nobody has looked. */
function whyWords({ action, reason }) {
	if (reason !== null) return REASON_WORDS[reason];
	return action === "create" ? "not known whether it is there; will be created if not" : ACTION_WORDS[action];
}
/** What stands in front of a story, by what will happen to it. A minus is for what is deleted, and for nothing else. */
const SYMBOLS = {
	create: "+",
	update: "~",
	blocked: "!",
	skip: ".",
	unchanged: "="
};
function count(amount, one, many = `${one}s`) {
	return `${amount} ${amount === 1 ? one : many}`;
}
/** Counted from the stories themselves, so that a headline cannot say anything else than the rows. */
function tally(destinations) {
	const totals = {
		create: 0,
		update: 0,
		unchanged: 0,
		skip: 0,
		blocked: 0
	};
	for (const destination of destinations) for (const story of destination.stories) totals[story.action] += 1;
	return totals;
}
/** `contoso, fabrikam and 992 more`; up to three names are all shown. */
function someNames(names) {
	const shown = names.length <= 3 ? names : names.slice(0, 2);
	const list = joined(shown.map((each) => [name(each)]), ", ");
	return shown.length === names.length ? list : say`${list} and ${String(names.length - shown.length)} more`;
}

// src/report/unsigned-state.ts
/** Shown once by a run that cannot verify its state: nobody signed it, or the key is not at hand. */
const UNSIGNED_STATE = "Recorded state is unverified, so only a hint; STORYSYNC_STATE_KEY signs and verifies it.";
/** Beside a rollout: what can be made of it. */
const UNSIGNED_ROLLOUT = "Without a state key whoever may write the state branch can make a ring look passed.";

export { forTerminal as C, hintForConnection as E, clip as S, describeConnectionFailure as T, joined as _, STATUS_WORDS as a, words as b, causeAsText as c, someNames as d, tally as f, inTerminal as g, inMarkdown as h, REASON_WORDS as i, causesOf as l, inDocument as m, UNSIGNED_STATE as n, SYMBOLS as o, whyWords as p, ACTION_WORDS as r, VENDOR_SYNC_FAILED as s, UNSIGNED_ROLLOUT as t, count as u, name as v, inert as w, asMarkdownCode as x, say as y };