import { r as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";

// package.json
var version = "0.1.0";

// src/version.ts
/** The version of this storysync, as package.json has it. */
const VERSION = version;

// node_modules/picocolors/picocolors.js
var require_picocolors = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	let p = process || {};
	let argv = p.argv || [];
	let env = p.env || {};
	let isColorSupported = !(!!env.NO_COLOR || argv.includes("--no-color")) && (!!env.FORCE_COLOR || argv.includes("--color") || p.platform === "win32" || (p.stdout || {}).isTTY && env.TERM !== "dumb" || !!env.CI);
	let formatter = (open, close, replace = open) => (input) => {
		let string = "" + input, index = string.indexOf(close, open.length);
		return ~index ? open + replaceClose(string, close, replace, index) + close : open + string + close;
	};
	let replaceClose = (string, close, replace, index) => {
		let result = "", cursor = 0;
		do {
			result += string.substring(cursor, index) + replace;
			cursor = index + close.length;
			index = string.indexOf(close, cursor);
		} while (~index);
		return result + string.substring(cursor);
	};
	let createColors = (enabled = isColorSupported) => {
		let f = enabled ? formatter : () => String;
		return {
			isColorSupported: enabled,
			reset: f("\x1B[0m", "\x1B[0m"),
			bold: f("\x1B[1m", "\x1B[22m", "\x1B[22m\x1B[1m"),
			dim: f("\x1B[2m", "\x1B[22m", "\x1B[22m\x1B[2m"),
			italic: f("\x1B[3m", "\x1B[23m"),
			underline: f("\x1B[4m", "\x1B[24m"),
			inverse: f("\x1B[7m", "\x1B[27m"),
			hidden: f("\x1B[8m", "\x1B[28m"),
			strikethrough: f("\x1B[9m", "\x1B[29m"),
			black: f("\x1B[30m", "\x1B[39m"),
			red: f("\x1B[31m", "\x1B[39m"),
			green: f("\x1B[32m", "\x1B[39m"),
			yellow: f("\x1B[33m", "\x1B[39m"),
			blue: f("\x1B[34m", "\x1B[39m"),
			magenta: f("\x1B[35m", "\x1B[39m"),
			cyan: f("\x1B[36m", "\x1B[39m"),
			white: f("\x1B[37m", "\x1B[39m"),
			gray: f("\x1B[90m", "\x1B[39m"),
			bgBlack: f("\x1B[40m", "\x1B[49m"),
			bgRed: f("\x1B[41m", "\x1B[49m"),
			bgGreen: f("\x1B[42m", "\x1B[49m"),
			bgYellow: f("\x1B[43m", "\x1B[49m"),
			bgBlue: f("\x1B[44m", "\x1B[49m"),
			bgMagenta: f("\x1B[45m", "\x1B[49m"),
			bgCyan: f("\x1B[46m", "\x1B[49m"),
			bgWhite: f("\x1B[47m", "\x1B[49m"),
			blackBright: f("\x1B[90m", "\x1B[39m"),
			redBright: f("\x1B[91m", "\x1B[39m"),
			greenBright: f("\x1B[92m", "\x1B[39m"),
			yellowBright: f("\x1B[93m", "\x1B[39m"),
			blueBright: f("\x1B[94m", "\x1B[39m"),
			magentaBright: f("\x1B[95m", "\x1B[39m"),
			cyanBright: f("\x1B[96m", "\x1B[39m"),
			whiteBright: f("\x1B[97m", "\x1B[39m"),
			bgBlackBright: f("\x1B[100m", "\x1B[49m"),
			bgRedBright: f("\x1B[101m", "\x1B[49m"),
			bgGreenBright: f("\x1B[102m", "\x1B[49m"),
			bgYellowBright: f("\x1B[103m", "\x1B[49m"),
			bgBlueBright: f("\x1B[104m", "\x1B[49m"),
			bgMagentaBright: f("\x1B[105m", "\x1B[49m"),
			bgCyanBright: f("\x1B[106m", "\x1B[49m"),
			bgWhiteBright: f("\x1B[107m", "\x1B[49m")
		};
	};
	module.exports = createColors();
	module.exports.createColors = createColors;
}));

// src/diagnostics/paint.ts
var import_picocolors = /* @__PURE__ */ __toESM(require_picocolors(), 1);
const asIs = (text) => text;
/** No colour at all: files, pipes, CI logs, tests. */
const plain = {
	red: asIs,
	green: asIs,
	yellow: asIs,
	cyan: asIs,
	dim: asIs,
	bold: asIs
};

// src/cli/terminal.ts
function processTerminal() {
	survive(process.stdout);
	survive(process.stderr);
	return {
		out: (text) => void process.stdout.write(text),
		err: (text) => void process.stderr.write(text),
		outIsTty: process.stdout.isTTY === true,
		errIsTty: process.stderr.isTTY === true,
		get outColumns() {
			return columnsOf(process.stdout);
		},
		get errColumns() {
			return columnsOf(process.stderr);
		},
		environment: process.env
	};
}
/** A terminal that does not know its width says 0. */
function columnsOf({ isTTY, columns }) {
	return isTTY && columns > 0 ? columns : void 0;
}
/** A reader that went away (`| head`) must not end a push halfway: what is written then goes nowhere. */
function survive(stream) {
	stream.on("error", (error) => {
		if (error.code === "EPIPE") return;
		process.once("exit", () => {
			process.exitCode = 2;
		});
		if (stream === process.stdout) process.stderr.write(`The output could not be written (${error.code ?? "unknown"}).\n`);
	});
}
/** `--color` and `--no-color` decide; else NO_COLOR, else whether a person looks. */
function choosePaint(wanted, isTty, terminal) {
	const noColor = (terminal.environment.NO_COLOR ?? "") !== "";
	return wanted ?? (isTty && !noColor && terminal.environment.TERM !== "dumb") ? import_picocolors.default.createColors(true) : plain;
}

export { VERSION as i, processTerminal as n, plain as r, choosePaint as t };