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

export { printableInLog as n, printable as t };