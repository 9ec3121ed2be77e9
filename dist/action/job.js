import { a as ok, i as fail, t as isLoopback } from "./loopback.js";
import { r as systemCode, t as chooseTask } from "./choose-command.js";
import { r as currentBranch, s as readRegularFile, t as printable } from "./printable.js";
import { a as readGitConfig, r as repositoryName } from "./remote-address.js";
import { i as matcher, o as compactJson, t as didYouMean } from "./suggestion.js";
import { a as readApiKeys, i as masksFor, n as VAULT_TOKEN, r as ApiKey, t as OpenTokens } from "./open-tokens.js";
import { t as VENDOR_BUDGETS } from "./budget.js";
import { createHmac, timingSafeEqual } from "node:crypto";
import * as os$1 from "os";
import os, { EOL } from "os";
import * as crypto from "crypto";
import * as fs from "fs";
import { constants, promises } from "fs";
import * as path from "path";
import * as events from "events";
import * as child from "child_process";
import { setTimeout } from "timers";
import { Buffer } from "node:buffer";

// node_modules/@actions/core/lib/utils.js
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}

// node_modules/@actions/core/lib/command.js
/**
* Issues a command to the GitHub Actions runner
*
* @param command - The command name to issue
* @param properties - Additional properties for the command (key-value pairs)
* @param message - The message to include with the command
* @remarks
* This function outputs a specially formatted string to stdout that the Actions
* runner interprets as a command. These commands can control workflow behavior,
* set outputs, create annotations, mask values, and more.
*
* Command Format:
*   ::name key=value,key=value::message
*
* @example
* ```typescript
* // Issue a warning annotation
* issueCommand('warning', {}, 'This is a warning message');
* // Output: ::warning::This is a warning message
*
* // Set an environment variable
* issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
* // Output: ::set-env name=MY_VAR::some value
*
* // Add a secret mask
* issueCommand('add-mask', {}, 'secretValue123');
* // Output: ::add-mask::secretValue123
* ```
*
* @internal
* This is an internal utility function that powers the public API functions
* such as setSecret, warning, error, and exportVariable.
*/
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os$1.EOL);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs.appendFileSync(filePath, `${toCommandValue(message)}${os$1.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os$1.EOL}${convertedValue}${os$1.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/oidc-utils.js
var __awaiter$7 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};

// node_modules/@actions/core/lib/summary.js
var __awaiter$6 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile } = promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	/**
	* Finds the summary file path from the environment, rejects if env var is not found or file does not exist
	* Also checks r/w permissions.
	*
	* @returns step summary file path
	*/
	filePath() {
		return __awaiter$6(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, constants.R_OK | constants.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	/**
	* Wraps content in an HTML tag, adding any HTML attributes
	*
	* @param {string} tag HTML tag to wrap
	* @param {string | null} content content within the tag
	* @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
	*
	* @returns {string} content wrapped in HTML element
	*/
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	/**
	* Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
	*
	* @param {SummaryWriteOptions} [options] (optional) options for write operation
	*
	* @returns {Promise<Summary>} summary instance
	*/
	write(options) {
		return __awaiter$6(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	/**
	* Clears the summary buffer and wipes the summary file
	*
	* @returns {Summary} summary instance
	*/
	clear() {
		return __awaiter$6(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	/**
	* Returns the current summary buffer as a string
	*
	* @returns {string} string of summary buffer
	*/
	stringify() {
		return this._buffer;
	}
	/**
	* If the summary buffer is empty
	*
	* @returns {boolen} true if the buffer is empty
	*/
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	/**
	* Resets the summary buffer without writing to summary file
	*
	* @returns {Summary} summary instance
	*/
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	/**
	* Adds raw text to the summary buffer
	*
	* @param {string} text content to add
	* @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	/**
	* Adds the operating system-specific end-of-line marker to the buffer
	*
	* @returns {Summary} summary instance
	*/
	addEOL() {
		return this.addRaw(EOL);
	}
	/**
	* Adds an HTML codeblock to the summary buffer
	*
	* @param {string} code content to render within fenced code block
	* @param {string} lang (optional) language to syntax highlight code
	*
	* @returns {Summary} summary instance
	*/
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML list to the summary buffer
	*
	* @param {string[]} items list of items to render
	* @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML table to the summary buffer
	*
	* @param {SummaryTableCell[]} rows table rows
	*
	* @returns {Summary} summary instance
	*/
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds a collapsable HTML details element to the summary buffer
	*
	* @param {string} label text for the closed state
	* @param {string} content collapsable content
	*
	* @returns {Summary} summary instance
	*/
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML image tag to the summary buffer
	*
	* @param {string} src path to the image you to embed
	* @param {string} alt text description of the image
	* @param {SummaryImageOptions} options (optional) addition image attributes
	*
	* @returns {Summary} summary instance
	*/
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML section heading element
	*
	* @param {string} text heading text
	* @param {number | string} [level=1] (optional) the heading level, default: 1
	*
	* @returns {Summary} summary instance
	*/
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML thematic break (<hr>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML line break (<br>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML blockquote to the summary buffer
	*
	* @param {string} text quote text
	* @param {string} cite (optional) citation url
	*
	* @returns {Summary} summary instance
	*/
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML anchor tag to the summary buffer
	*
	* @param {string} text link text/content
	* @param {string} href hyperlink
	*
	* @returns {Summary} summary instance
	*/
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const _summary = new Summary();

// node_modules/@actions/io/lib/io-util.js
var __awaiter$5 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs.promises;
const IS_WINDOWS$1 = process.platform === "win32";
const READONLY = fs.constants.O_RDONLY;
function exists(fsPath) {
	return __awaiter$5(this, void 0, void 0, function* () {
		try {
			yield stat(fsPath);
		} catch (err) {
			if (err.code === "ENOENT") return false;
			throw err;
		}
		return true;
	});
}
/**
* On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
* \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
*/
function isRooted(p) {
	p = normalizeSeparators(p);
	if (!p) throw new Error("isRooted() parameter \"p\" cannot be empty");
	if (IS_WINDOWS$1) return p.startsWith("\\") || /^[A-Z]:/i.test(p);
	return p.startsWith("/");
}
/**
* Best effort attempt to determine whether a file exists and is executable.
* @param filePath    file path to check
* @param extensions  additional file extensions to try
* @return if file exists and is executable, returns the file path. otherwise empty string.
*/
function tryGetExecutablePath(filePath, extensions) {
	return __awaiter$5(this, void 0, void 0, function* () {
		let stats = void 0;
		try {
			stats = yield stat(filePath);
		} catch (err) {
			if (err.code !== "ENOENT") console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
		}
		if (stats && stats.isFile()) {
			if (IS_WINDOWS$1) {
				const upperExt = path.extname(filePath).toUpperCase();
				if (extensions.some((validExt) => validExt.toUpperCase() === upperExt)) return filePath;
			} else if (isUnixExecutable(stats)) return filePath;
		}
		const originalFilePath = filePath;
		for (const extension of extensions) {
			filePath = originalFilePath + extension;
			stats = void 0;
			try {
				stats = yield stat(filePath);
			} catch (err) {
				if (err.code !== "ENOENT") console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
			}
			if (stats && stats.isFile()) {
				if (IS_WINDOWS$1) {
					try {
						const directory = path.dirname(filePath);
						const upperName = path.basename(filePath).toUpperCase();
						for (const actualName of yield readdir(directory)) if (upperName === actualName.toUpperCase()) {
							filePath = path.join(directory, actualName);
							break;
						}
					} catch (err) {
						console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
					}
					return filePath;
				} else if (isUnixExecutable(stats)) return filePath;
			}
		}
		return "";
	});
}
function normalizeSeparators(p) {
	p = p || "";
	if (IS_WINDOWS$1) {
		p = p.replace(/\//g, "\\");
		return p.replace(/\\\\+/g, "\\");
	}
	return p.replace(/\/\/+/g, "/");
}
function isUnixExecutable(stats) {
	return (stats.mode & 1) > 0 || (stats.mode & 8) > 0 && process.getgid !== void 0 && stats.gid === process.getgid() || (stats.mode & 64) > 0 && process.getuid !== void 0 && stats.uid === process.getuid();
}

// node_modules/@actions/io/lib/io.js
var __awaiter$4 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
/**
* Returns path of a tool had the tool actually been invoked.  Resolves via paths.
* If you check and the tool does not exist, it will throw.
*
* @param     tool              name of the tool
* @param     check             whether to check if tool exists
* @returns   Promise<string>   path to tool
*/
function which(tool, check) {
	return __awaiter$4(this, void 0, void 0, function* () {
		if (!tool) throw new Error("parameter 'tool' is required");
		if (check) {
			const result = yield which(tool, false);
			if (!result) {
				if (IS_WINDOWS$1) throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
				else throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
			}
			return result;
		}
		const matches = yield findInPath(tool);
		if (matches && matches.length > 0) return matches[0];
		return "";
	});
}
/**
* Returns a list of all occurrences of the given tool on the system path.
*
* @returns   Promise<string[]>  the paths of the tool
*/
function findInPath(tool) {
	return __awaiter$4(this, void 0, void 0, function* () {
		if (!tool) throw new Error("parameter 'tool' is required");
		const extensions = [];
		if (IS_WINDOWS$1 && process.env["PATHEXT"]) {
			for (const extension of process.env["PATHEXT"].split(path.delimiter)) if (extension) extensions.push(extension);
		}
		if (isRooted(tool)) {
			const filePath = yield tryGetExecutablePath(tool, extensions);
			if (filePath) return [filePath];
			return [];
		}
		if (tool.includes(path.sep)) return [];
		const directories = [];
		if (process.env.PATH) {
			for (const p of process.env.PATH.split(path.delimiter)) if (p) directories.push(p);
		}
		const matches = [];
		for (const directory of directories) {
			const filePath = yield tryGetExecutablePath(path.join(directory, tool), extensions);
			if (filePath) matches.push(filePath);
		}
		return matches;
	});
}

// node_modules/@actions/exec/lib/toolrunner.js
var __awaiter$3 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const IS_WINDOWS = process.platform === "win32";
var ToolRunner = class extends events.EventEmitter {
	constructor(toolPath, args, options) {
		super();
		if (!toolPath) throw new Error("Parameter 'toolPath' cannot be null or empty.");
		this.toolPath = toolPath;
		this.args = args || [];
		this.options = options || {};
	}
	_debug(message) {
		if (this.options.listeners && this.options.listeners.debug) this.options.listeners.debug(message);
	}
	_getCommandString(options, noPrefix) {
		const toolPath = this._getSpawnFileName();
		const args = this._getSpawnArgs(options);
		let cmd = noPrefix ? "" : "[command]";
		if (IS_WINDOWS) {
			if (this._isCmdFile()) {
				cmd += toolPath;
				for (const a of args) cmd += ` ${a}`;
			} else if (options.windowsVerbatimArguments) {
				cmd += `"${toolPath}"`;
				for (const a of args) cmd += ` ${a}`;
			} else {
				cmd += this._windowsQuoteCmdArg(toolPath);
				for (const a of args) cmd += ` ${this._windowsQuoteCmdArg(a)}`;
			}
		} else {
			cmd += toolPath;
			for (const a of args) cmd += ` ${a}`;
		}
		return cmd;
	}
	_processLineBuffer(data, strBuffer, onLine) {
		try {
			let s = strBuffer + data.toString();
			let n = s.indexOf(os$1.EOL);
			while (n > -1) {
				onLine(s.substring(0, n));
				s = s.substring(n + os$1.EOL.length);
				n = s.indexOf(os$1.EOL);
			}
			return s;
		} catch (err) {
			this._debug(`error processing line. Failed with error ${err}`);
			return "";
		}
	}
	_getSpawnFileName() {
		if (IS_WINDOWS) {
			if (this._isCmdFile()) return process.env["COMSPEC"] || "cmd.exe";
		}
		return this.toolPath;
	}
	_getSpawnArgs(options) {
		if (IS_WINDOWS) {
			if (this._isCmdFile()) {
				let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
				for (const a of this.args) {
					argline += " ";
					argline += options.windowsVerbatimArguments ? a : this._windowsQuoteCmdArg(a);
				}
				argline += "\"";
				return [argline];
			}
		}
		return this.args;
	}
	_endsWith(str, end) {
		return str.endsWith(end);
	}
	_isCmdFile() {
		const upperToolPath = this.toolPath.toUpperCase();
		return this._endsWith(upperToolPath, ".CMD") || this._endsWith(upperToolPath, ".BAT");
	}
	_windowsQuoteCmdArg(arg) {
		if (!this._isCmdFile()) return this._uvQuoteCmdArg(arg);
		if (!arg) return "\"\"";
		const cmdSpecialChars = [
			" ",
			"	",
			"&",
			"(",
			")",
			"[",
			"]",
			"{",
			"}",
			"^",
			"=",
			";",
			"!",
			"'",
			"+",
			",",
			"`",
			"~",
			"|",
			"<",
			">",
			"\""
		];
		let needsQuotes = false;
		for (const char of arg) if (cmdSpecialChars.some((x) => x === char)) {
			needsQuotes = true;
			break;
		}
		if (!needsQuotes) return arg;
		let reverse = "\"";
		let quoteHit = true;
		for (let i = arg.length; i > 0; i--) {
			reverse += arg[i - 1];
			if (quoteHit && arg[i - 1] === "\\") reverse += "\\";
			else if (arg[i - 1] === "\"") {
				quoteHit = true;
				reverse += "\"";
			} else quoteHit = false;
		}
		reverse += "\"";
		return reverse.split("").reverse().join("");
	}
	_uvQuoteCmdArg(arg) {
		if (!arg) return "\"\"";
		if (!arg.includes(" ") && !arg.includes("	") && !arg.includes("\"")) return arg;
		if (!arg.includes("\"") && !arg.includes("\\")) return `"${arg}"`;
		let reverse = "\"";
		let quoteHit = true;
		for (let i = arg.length; i > 0; i--) {
			reverse += arg[i - 1];
			if (quoteHit && arg[i - 1] === "\\") reverse += "\\";
			else if (arg[i - 1] === "\"") {
				quoteHit = true;
				reverse += "\\";
			} else quoteHit = false;
		}
		reverse += "\"";
		return reverse.split("").reverse().join("");
	}
	_cloneExecOptions(options) {
		options = options || {};
		const result = {
			cwd: options.cwd || process.cwd(),
			env: options.env || process.env,
			silent: options.silent || false,
			windowsVerbatimArguments: options.windowsVerbatimArguments || false,
			failOnStdErr: options.failOnStdErr || false,
			ignoreReturnCode: options.ignoreReturnCode || false,
			delay: options.delay || 1e4
		};
		result.outStream = options.outStream || process.stdout;
		result.errStream = options.errStream || process.stderr;
		return result;
	}
	_getSpawnOptions(options, toolPath) {
		options = options || {};
		const result = {};
		result.cwd = options.cwd;
		result.env = options.env;
		result["windowsVerbatimArguments"] = options.windowsVerbatimArguments || this._isCmdFile();
		if (options.windowsVerbatimArguments) result.argv0 = `"${toolPath}"`;
		return result;
	}
	/**
	* Exec a tool.
	* Output will be streamed to the live console.
	* Returns promise with return code
	*
	* @param     tool     path to tool to exec
	* @param     options  optional exec options.  See ExecOptions
	* @returns   number
	*/
	exec() {
		return __awaiter$3(this, void 0, void 0, function* () {
			if (!isRooted(this.toolPath) && (this.toolPath.includes("/") || IS_WINDOWS && this.toolPath.includes("\\"))) this.toolPath = path.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
			this.toolPath = yield which(this.toolPath, true);
			return new Promise((resolve, reject) => __awaiter$3(this, void 0, void 0, function* () {
				this._debug(`exec tool: ${this.toolPath}`);
				this._debug("arguments:");
				for (const arg of this.args) this._debug(`   ${arg}`);
				const optionsNonNull = this._cloneExecOptions(this.options);
				if (!optionsNonNull.silent && optionsNonNull.outStream) optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + os$1.EOL);
				const state = new ExecState(optionsNonNull, this.toolPath);
				state.on("debug", (message) => {
					this._debug(message);
				});
				if (this.options.cwd && !(yield exists(this.options.cwd))) return reject(/* @__PURE__ */ new Error(`The cwd: ${this.options.cwd} does not exist!`));
				const fileName = this._getSpawnFileName();
				const cp = child.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
				let stdbuffer = "";
				if (cp.stdout) cp.stdout.on("data", (data) => {
					if (this.options.listeners && this.options.listeners.stdout) this.options.listeners.stdout(data);
					if (!optionsNonNull.silent && optionsNonNull.outStream) optionsNonNull.outStream.write(data);
					stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
						if (this.options.listeners && this.options.listeners.stdline) this.options.listeners.stdline(line);
					});
				});
				let errbuffer = "";
				if (cp.stderr) cp.stderr.on("data", (data) => {
					state.processStderr = true;
					if (this.options.listeners && this.options.listeners.stderr) this.options.listeners.stderr(data);
					if (!optionsNonNull.silent && optionsNonNull.errStream && optionsNonNull.outStream) (optionsNonNull.failOnStdErr ? optionsNonNull.errStream : optionsNonNull.outStream).write(data);
					errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
						if (this.options.listeners && this.options.listeners.errline) this.options.listeners.errline(line);
					});
				});
				cp.on("error", (err) => {
					state.processError = err.message;
					state.processExited = true;
					state.processClosed = true;
					state.CheckComplete();
				});
				cp.on("exit", (code) => {
					state.processExitCode = code;
					state.processExited = true;
					this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
					state.CheckComplete();
				});
				cp.on("close", (code) => {
					state.processExitCode = code;
					state.processExited = true;
					state.processClosed = true;
					this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
					state.CheckComplete();
				});
				state.on("done", (error, exitCode) => {
					if (stdbuffer.length > 0) this.emit("stdline", stdbuffer);
					if (errbuffer.length > 0) this.emit("errline", errbuffer);
					cp.removeAllListeners();
					if (error) reject(error);
					else resolve(exitCode);
				});
				if (this.options.input) {
					if (!cp.stdin) throw new Error("child process missing stdin");
					cp.stdin.end(this.options.input);
				}
			}));
		});
	}
};
var ExecState = class ExecState extends events.EventEmitter {
	constructor(options, toolPath) {
		super();
		this.processClosed = false;
		this.processError = "";
		this.processExitCode = 0;
		this.processExited = false;
		this.processStderr = false;
		this.delay = 1e4;
		this.done = false;
		this.timeout = null;
		if (!toolPath) throw new Error("toolPath must not be empty");
		this.options = options;
		this.toolPath = toolPath;
		if (options.delay) this.delay = options.delay;
	}
	CheckComplete() {
		if (this.done) return;
		if (this.processClosed) this._setResult();
		else if (this.processExited) this.timeout = setTimeout(ExecState.HandleTimeout, this.delay, this);
	}
	_debug(message) {
		this.emit("debug", message);
	}
	_setResult() {
		let error;
		if (this.processExited) {
			if (this.processError) error = /* @__PURE__ */ new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
			else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) error = /* @__PURE__ */ new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
			else if (this.processStderr && this.options.failOnStdErr) error = /* @__PURE__ */ new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
		}
		if (this.timeout) {
			clearTimeout(this.timeout);
			this.timeout = null;
		}
		this.done = true;
		this.emit("done", error, this.processExitCode);
	}
	static HandleTimeout(state) {
		if (state.done) return;
		if (!state.processClosed && state.processExited) {
			const message = `The STDIO streams did not close within ${state.delay / 1e3} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
			state._debug(message);
		}
		state._setResult();
	}
};

// node_modules/@actions/exec/lib/exec.js
var __awaiter$2 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};

// node_modules/@actions/core/lib/platform.js
var __awaiter$1 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const platform = os.platform();
const arch = os.arch();

// node_modules/@actions/core/lib/core.js
var __awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
/**
* Registers a secret which will get masked from logs
*
* @param secret - Value of the secret to be masked
* @remarks
* This function instructs the Actions runner to mask the specified value in any
* logs produced during the workflow run. Once registered, the secret value will
* be replaced with asterisks (***) whenever it appears in console output, logs,
* or error messages.
*
* This is useful for protecting sensitive information such as:
* - API keys
* - Access tokens
* - Authentication credentials
* - URL parameters containing signatures (SAS tokens)
*
* Note that masking only affects future logs; any previous appearances of the
* secret in logs before calling this function will remain unmasked.
*
* @example
* ```typescript
* // Register an API token as a secret
* const apiToken = "abc123xyz456";
* setSecret(apiToken);
*
* // Now any logs containing this value will show *** instead
* console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
* ```
*/
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
/**
* Gets the value of an input.
* Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
* Returns an empty string if the value is not defined.
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   string
*/
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
/**
* Sets the value of an output.
*
* @param     name     name of the output to set
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os$1.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a warning issue
* @param message warning issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a notice issue
* @param message notice issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function notice(message, properties = {}) {
	issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + os$1.EOL);
}

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

// src/action/internal-error.ts
/** The words of a bug, for the log. */
function internalError(cause) {
	return `internal error: ${cause instanceof Error ? cause.stack ?? cause.message : "unknown"}`;
}

// src/git/remote/repository-identity.ts
/** Which repository this is, for what is signed in it: by its remote, so that every clone says the same. */
async function repositoryIdentity(dirs) {
	return repositoryName(await readGitConfig(dirs.commonDir), await currentBranch(dirs.gitDir));
}

// src/state/state-keys.ts
const STATE_KEY = "STORYSYNC_STATE_KEY";
/** As many characters as 128 bits have in hex: whoever may read the state branch can try keys for as long as he likes. */
const SHORTEST = 32;
const MOST = 2;
const SCHEME = "hmac-sha256:";
/** Says that something was written by a holder of the state key. The key itself never leaves it. */
var StateKeys = class StateKeys {
	#keys;
	constructor(keys) {
		this.#keys = keys;
	}
	/** One key, or two while keys are changed: the first signs, both are accepted. Undefined when none is given. */
	static read(text) {
		const [first, ...more] = (text ?? "").split(/[\s,]+/).filter((key) => key !== "");
		if (first === void 0) return ok(void 0);
		if (1 + more.length > MOST) return fail(unusable(`it holds ${1 + more.length} keys, and ${MOST} are the most`));
		if ([first, ...more].some((key) => key.length < SHORTEST)) return fail(unusable(`a key of it is shorter than ${SHORTEST} characters`));
		return ok(new StateKeys([first, ...more]));
	}
	sign(content) {
		return SCHEME + this.#code(this.#keys[0], content).toString("hex");
	}
	/** A name for a name, in digits: the same as long as the first key is, and nobody without it can tell whose. */
	alias(what, name) {
		return this.#code(this.#keys[0], {
			purpose: "storysync alias",
			what,
			name
		}).toString("hex");
	}
	isSigned(content, signature) {
		const given = Buffer.from(signature);
		return this.#keys.some((key) => {
			const due = Buffer.from(SCHEME + this.#code(key, content).toString("hex"));
			return due.length === given.length && timingSafeEqual(due, given);
		});
	}
	#code(key, content) {
		return createHmac("sha256", key).update(compactJson(content)).digest();
	}
};
function unusable(why) {
	return {
		code: "RUN038",
		severity: "error",
		message: `the state key cannot be used: ${why}`,
		hint: `make one with "openssl rand -hex 32"; while keys are changed, ${STATE_KEY} (in the Action: state-key) holds the new one and the old one, separated by a blank, a comma or a line`
	};
}

// src/commands/state/seal.ts
/** What signs and proves state and plans in this repository; undefined where no state key is given. */
async function sealFrom(environment, repository) {
	const keys = StateKeys.read(environment[STATE_KEY]);
	if (!keys.ok || keys.value === void 0) return keys.ok ? ok(void 0) : keys;
	const name = repository === void 0 ? "local" : await repositoryIdentity(repository.dirs);
	return ok({
		keys: keys.value,
		repository: name
	});
}

// src/keys/environment-keys.ts
/** Keys by name, as the environment has them. */
function keysFrom(named) {
	return async ({ name, keyName }) => {
		const text = named[keyName]?.trim() ?? "";
		const key = ApiKey.from(text);
		if (key !== void 0) return ok(key);
		if (text !== "") return fail({
			kind: "key_malformed",
			keyName
		});
		const of = name === void 0 ? "origin" : "destination";
		return fail({
			kind: "key_missing",
			keyName,
			empty: named[keyName] !== void 0,
			of
		});
	};
}

// src/keys/job-keys.ts
/** Keys of a job: from `api-keys`, else from the environment where `env-keys` lets a variable be one. */
function keysOfJob({ given, env, envKeys, mask }) {
	const mayCome = matcher(envKeys);
	const hidden = /* @__PURE__ */ new Set();
	const hide = (name) => {
		const value = given.has(name) ? void 0 : env[name];
		if (value === void 0 || hidden.has(value)) return;
		hidden.add(value);
		for (const secret of masksFor(/* @__PURE__ */ new Map([[name, value]]))) mask(secret);
	};
	const named = keysFrom({
		...Object.fromEntries(Object.entries(env).filter(([name]) => mayCome(name))),
		...Object.fromEntries(given)
	});
	return async (holder) => {
		const { keyName } = holder;
		if (given.has(keyName) || mayCome(keyName)) {
			hide(keyName);
			return named(holder);
		}
		return fail({
			kind: "key_not_given",
			keyName,
			envKeys,
			inEnvironment: env[keyName] !== void 0
		});
	};
}

// src/keys/tenants.ts
function readersOf({ reader }) {
	return Object.freeze({ reader });
}
/** Each key is asked for once in a run, right before its tenant is opened for the first time; the push gets the same one. */
function openTenants({ keyOf, close }, clients) {
	const keys = /* @__PURE__ */ new Map();
	const ask = (use) => {
		const id = JSON.stringify([
			use.name ?? null,
			use.keyName,
			use.tenantUrl
		]);
		const known = keys.get(id) ?? keyOf(use);
		keys.set(id, known);
		return known;
	};
	const open = async (use, connect) => {
		const key = await ask(use);
		return key.ok ? ok(connect(use.tenantUrl, key.value)) : fail(key.error);
	};
	return {
		reader: (use, time) => open(use, (tenantUrl, key) => clients.reader(tenantUrl, key, time)),
		writer: (use) => open(use, clients.writer),
		handOver: ask,
		close: async () => {
			const [problems] = await Promise.all([close(), clients.close()]);
			return problems;
		}
	};
}

// src/notify/notify-url.ts
/** The address of a webhook. It is a secret as a whole, so what is wrong with it is said without a part of it. */
function parseNotifyUrl(text) {
	if (/[\s\p{Cc}]/u.test(text)) return fail("it holds white space, expected one address");
	const url = URL.parse(text);
	if (url === null) return fail("it is not a URL, expected https://…");
	if (url.protocol !== "https:" && !(url.protocol === "http:" && isLoopback(url.hostname))) return fail("it does not begin with https:// (http is for localhost, 127.0.0.0/8 and [::1] only)");
	if (url.username !== "" || url.password !== "") return fail("it holds a user name or password; remove it");
	if (url.hash !== "") return fail("it holds a fragment (\"#…\"); remove it");
	return ok(url);
}
/** All texts to be masked: whoever has the path has the address. */
function masksForUrl({ href, pathname, search }) {
	const path = `${pathname}${search}`;
	return path.length < SHORTEST_PATH ? [href] : [href, path];
}
/** A path such as `/` would black out every log. */
const SHORTEST_PATH = 8;

// src/action/decide/event.ts
/** What started the job. `payload` is the parsed file that GITHUB_EVENT_PATH names. */
function readTrigger(env, payload) {
	const event = env.GITHUB_EVENT_NAME;
	if (!event) return fail("GITHUB_EVENT_NAME is not set: this runs as a step of a GitHub workflow");
	if (NEVER.has(event)) return ok({
		event: "refused",
		name: event
	});
	const fields = fieldsOf(payload);
	const pullRequest = fieldsOf(fields?.pull_request);
	const ref = env.GITHUB_REF ?? "";
	if (event === "pull_request" || pullRequest !== void 0 || ref.startsWith("refs/pull/")) return readPullRequest(event, pullRequest);
	const sha = env.GITHUB_SHA ?? "";
	if (!isCommit(sha)) return fail("GITHUB_SHA does not name a commit");
	switch (event) {
		case "push": {
			const defaultBranch = fieldsOf(fields?.repository)?.default_branch;
			return ok({
				event,
				ref,
				...isText(defaultBranch) ? { defaultBranch } : {},
				sha
			});
		}
		case "workflow_dispatch":
		case "schedule":
		case "merge_group":
		case "repository_dispatch": return ok({
			event,
			ref,
			sha
		});
		default: return ok({
			event: "other",
			name: event,
			ref,
			sha
		});
	}
}
/** They run with secrets on behalf of somebody else's code, so their payload does not matter. */
const NEVER = /* @__PURE__ */ new Set(["pull_request_target", "workflow_run"]);
function readPullRequest(event, pullRequest) {
	const number = pullRequest?.number;
	const [head, base] = [fieldsOf(pullRequest?.head), fieldsOf(pullRequest?.base)];
	const [headSha, baseSha] = [head?.sha, base?.sha];
	const baseRepository = fieldsOf(base?.repo)?.full_name;
	if (!Number.isSafeInteger(number) || typeof number !== "number" || number < 1) return fail(missing(event, "number"));
	if (!isCommit(headSha)) return fail(missing(event, "head commit"));
	if (!isCommit(baseSha)) return fail(missing(event, "base commit"));
	if (!isText(baseRepository)) return fail(missing(event, "base repository"));
	const fork = fieldsOf(head?.repo)?.full_name !== baseRepository;
	return ok({
		event: "pull_request",
		number,
		headSha,
		baseSha,
		fork
	});
}
function missing(event, what) {
	return `the payload of "${event}" does not hold the pull request's ${what}`;
}
function fieldsOf(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : void 0;
}
function isText(value) {
	return typeof value === "string" && value !== "";
}
function isCommit(value) {
	return typeof value === "string" && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);
}

// src/action/decide/input-conflicts.ts
/** Pairs of one part where nobody says how many. */
const USUAL_SHARD_SIZE = 5e3;
/** What a sync alone can do, and what a clock may ask for. */
const SYNCS = /* @__PURE__ */ new Set(["auto", "sync"]);
const KNOW_PENDING = /* @__PURE__ */ new Set([
	"auto",
	"plan",
	"sync",
	"status",
	"report"
]);
const MAKE_PAGES = /* @__PURE__ */ new Set([
	"auto",
	"sync",
	"status",
	"report"
]);
const COUNT_SHARDS = /* @__PURE__ */ new Set([
	"auto",
	"validate",
	"plan"
]);
const ASK_NOBODY = /* @__PURE__ */ new Set([
	"validate",
	"status",
	"report"
]);
/** As on the command line: what would be ignored silently is refused. */
function findConflicts(settings, { readSeconds = 120 }) {
	const { command, selectors, force, override, planFile, timeBudget, prune, pruneStories, page, rate } = settings;
	const deleting = given(settings, ["prune", "prune-stories"]);
	const pushing = given(settings, [
		"manual",
		"force",
		"override-rollout",
		"replace",
		"takeover"
	]);
	const narrowing = given(settings, [
		"destinations",
		"stories",
		"labels",
		"ring",
		"shard",
		"pending"
	]);
	const errors = [];
	if (!SYNCS.has(command)) {
		const ofSync = [planFile !== void 0 && "plan-file", timeBudget !== void 0 && "time-budget"];
		for (const name of [
			...pushing,
			...deleting,
			...ofSync.filter((each) => each !== false)
		]) errors.push(`${name}: it belongs to a sync and cannot be given with "command: ${command}"`);
	}
	if (page !== void 0 && !MAKE_PAGES.has(command)) errors.push(`page: it is made by a sync, a status or a report, and not with "command: ${command}"`);
	if (ASK_NOBODY.has(command) && readSeconds !== 120) errors.push(`read-timeout: "command: ${command}" asks no tenant, so nothing takes time to be read`);
	if (ASK_NOBODY.has(command) && rate !== void 0) errors.push(`rate: "command: ${command}" asks no tenant, so nothing is limited`);
	if (settings.shardSize !== 5e3 && !COUNT_SHARDS.has(command)) errors.push(`shard-size: the output shards is that of validate and plan, and not of "command: ${command}"`);
	if (command === "report" && settings.statusFiles.length === 0) errors.push("status-files: \"command: report\" needs them: those that the syncs of all shards left");
	if (command === "report" && selectors.shard !== void 0) errors.push("shard: a report is about all of them; give it to the syncs");
	if (command !== "report" && settings.statusFiles.length > 0) errors.push(`status-files: they belong to "command: report" and cannot be given with "command: ${command}"`);
	if (command === "validate") for (const name of narrowing) errors.push(`${name}: "command: validate" always checks everything`);
	else if (selectors.pending && !KNOW_PENDING.has(command)) errors.push(`pending: it has no meaning for "command: ${command}"`);
	if (planFile !== void 0) for (const name of [...narrowing, ...pushing]) errors.push(`${name}: it cannot be given with plan-file, which says itself what is pushed`);
	if (selectors.pending && force) errors.push("pending: it cannot be given with force: what is equal is not pending");
	if (selectors.pending && override !== void 0) errors.push("pending: it cannot be given with override-rollout, which is for a plan that asked every destination");
	for (const name of selectors.pending ? given(settings, [
		"replace",
		"takeover",
		"prune"
	]) : []) errors.push(`pending: it cannot be given with ${name}: what waits for a person is not pending`);
	if (pruneStories !== void 0 && prune === void 0) errors.push("prune-stories: it needs prune, which counts the sync destinations that carried these stories");
	return errors;
}
/** What an export, also one that `auto` chose, would ignore. */
function findMisplaced(settings) {
	return given(settings, [
		"destinations",
		"labels",
		"ring",
		"shard",
		"pending",
		"manual",
		"force",
		"override-rollout",
		"replace",
		"takeover",
		"prune",
		"prune-stories",
		"plan-file",
		"time-budget"
	]).map((name) => `${name}: it has no meaning for an export, which reads the origin alone`);
}
/** Those of the inputs that are not as they are when nobody gives them. */
function given(settings, names) {
	const { selectors, manual, force, override, consent, prune, pruneStories, planFile, timeBudget } = settings;
	const isGiven = {
		destinations: selectors.destinations.length > 0,
		stories: selectors.stories.length > 0,
		labels: selectors.labels.length > 0,
		ring: (selectors.rings ?? []).length > 0,
		shard: selectors.shard !== void 0,
		pending: selectors.pending ?? false,
		manual,
		force,
		"override-rollout": override !== void 0,
		replace: (consent?.replace.size ?? 0) > 0,
		takeover: (consent?.takeover.size ?? 0) > 0,
		prune: prune !== void 0,
		"prune-stories": pruneStories !== void 0,
		"plan-file": planFile !== void 0,
		"time-budget": timeBudget !== void 0
	};
	return names.filter((name) => isGiven[name]);
}

// src/commands/shard/shard.ts
/** As many jobs as a matrix of GitHub may have: https://docs.github.com/actions/reference/limits. */
const MOST_SHARDS = 256;
/** The form that is asked for: `2/4`. */
const EXPECTED_SHARD = `K/N: the K-th of N parts, as 2/4, with N of at most ${256}`;
function readShard(text) {
	const [, part, of] = /^([1-9][0-9]{0,2})\/([1-9][0-9]{0,2})$/.exec(text)?.map(Number) ?? [];
	return part !== void 0 && of !== void 0 && part <= of && of <= 256 ? {
		part,
		of
	} : void 0;
}
function shardText({ part, of }) {
	return `${part}/${of}`;
}

// src/commands/sync/override.ts
/** As every view of a plan shows it: 12 digits are enough to mean one plan, and 64 are all of them. */
const DIGEST = /^(?:sha256:)?([0-9a-f]{12,64})$/i;
/** It stands in a commit message, in reports and in annotations. */
const LONGEST_REASON = 200;
const EXPECTED_DIGEST = "the digest of a plan: 12 to 64 hexadecimal digits, with or without \"sha256:\"";
const EXPECTED_REASON = `one line of at most ${LONGEST_REASON} characters that says why`;
/** The digest in its one form, or its beginning; undefined for anything else. */
function readPlanDigest(text) {
	const [, digits] = DIGEST.exec(text.trim()) ?? [];
	return digits === void 0 ? void 0 : `sha256:${digits.toLowerCase()}`;
}
/** A line of words that all can be seen; undefined for anything else. */
function readOverrideReason(text) {
	const reason = text.trim();
	return reason !== "" && reason.length <= LONGEST_REASON && printable(reason) === reason ? reason : void 0;
}
/** An override is for the plan that a person saw, and for no other: whatever moved since was not looked at. */
function checkOverride({ digest }, plan) {
	if (plan.rollout === void 0) return {
		code: "RUN051",
		severity: "error",
		message: "there is nothing to override: the manifest has no rollout",
		hint: "run the sync without an override"
	};
	if (plan.digest.startsWith(digest)) return void 0;
	return {
		code: "RUN050",
		severity: "error",
		message: `the plan changed since ${digest} was made: its digest is now ${plan.digest}; nothing was pushed`,
		hint: "look at the plan as it is now, made with the same selectors, then override it by its digest"
	};
}

// src/action/settings.ts
const COMMANDS = [
	"auto",
	"validate",
	"plan",
	"sync",
	"export",
	"status",
	"doctor",
	"report"
];

// src/action/decide/input-reader.ts
/** Reads single inputs, collecting what is wrong with them; a wrong one yields its default meanwhile. */
var InputReader = class {
	#get;
	#errors = [];
	constructor(get) {
		this.#get = get;
	}
	get errors() {
		return this.#errors;
	}
	/** One of a few words. */
	word(name, words, fallback) {
		const value = this.#text(name);
		const found = words.find((word) => word === value);
		if (found === void 0 && value !== "") this.#refuse(name, value, `one of ${words.join(", ")}`);
		return found ?? fallback;
	}
	/** YAML 1.2's spellings, as the runner's own toolkit reads them. */
	flag(name, fallback) {
		const value = this.#text(name);
		if (/^(?:true|True|TRUE)$/.test(value)) return true;
		if (/^(?:false|False|FALSE)$/.test(value)) return false;
		if (value !== "") this.#refuse(name, value, "true or false");
		return fallback;
	}
	/** A number above zero, whole unless told. */
	number(name, range) {
		const value = this.#text(name);
		if (value === "") return void 0;
		const number = Number(value);
		if ((range.decimals ? /^\d{1,9}(?:\.\d{1,3})?$/ : /^\d{1,9}$/).test(value) && number > 0 && number <= range.most) return number;
		const expected = range.decimals ? `a number above 0, up to ${range.most}` : `a whole number from 1 to ${range.most}`;
		this.#refuse(name, value, expected);
	}
	/** Text of a form of its own; undefined when there is none. */
	as(name, parse, expected) {
		const value = this.#text(name);
		if (value === "") return void 0;
		const parsed = parse(value);
		if (parsed === void 0) this.#refuse(name, value, expected);
		return parsed;
	}
	/** The same of a secret, whose value is in no message. */
	secret(name, parse) {
		const value = this.#text(name);
		if (value === "") return void 0;
		const parsed = parse(value);
		if (parsed.ok) return parsed.value;
		this.#errors.push(`${name}: ${parsed.error}`);
	}
	/** One line of text. `--` is refused for names of limited length, which stand in hidden comments. */
	line(name, fallback, maxLength) {
		const value = this.#text(name);
		if (/\p{Cc}/u.test(value)) this.#refuse(name, value, "one line of text");
		else if (maxLength !== void 0 && (value.length > maxLength || value.includes("--"))) this.#refuse(name, value, `at most ${maxLength} characters, without "--"`);
		else return value || fallback;
		return fallback;
	}
	/** Separated by commas, spaces or line ends; repeated entries count once. */
	list(name) {
		const entries = this.#text(name).split(/[\s,]+/);
		return [...new Set(entries)].filter((entry) => entry !== "");
	}
	/** One a line, blanks and all: paths may hold some. */
	lines(name) {
		const entries = this.#text(name).split(/\r?\n/);
		return [...new Set(entries.map((entry) => entry.trim()))].filter((entry) => entry !== "");
	}
	/** A list of globs for the names of environment variables. */
	globs(name, fallback) {
		const entries = this.list(name);
		for (const entry of entries) if (!/^[A-Z0-9_*?]+$/.test(entry)) this.#refuse(name, entry, "names of A-Z, 0-9 and _, with * and ? for the rest");
		return entries.length === 0 ? fallback : entries;
	}
	/** A list of `name=value`. */
	pairs(name) {
		const entries = this.list(name);
		for (const entry of entries) if (!/^[^=]+=./.test(entry)) this.#refuse(name, entry, "name=value, such as region=eu");
		return entries;
	}
	#text(name) {
		return this.#get(name).trim();
	}
	#refuse(name, value, expected) {
		const shown = value.length > 100 ? `${value.slice(0, 100)}…` : value;
		this.#errors.push(`${name}: ${JSON.stringify(shown)} is not allowed, expected ${expected}`);
	}
};

// src/action/decide/inputs.ts
/** All inputs, in the order of action.yml. */
const INPUTS = [
	"command",
	"manifest",
	"destinations",
	"stories",
	"labels",
	"ring",
	"shard",
	"shard-size",
	"pending",
	"manual",
	"force",
	"override-rollout",
	"reason",
	"replace",
	"takeover",
	"prune",
	"prune-stories",
	"plan-file",
	"api-keys",
	"github-token",
	"env-keys",
	"state-key",
	"state-branch",
	"concurrency",
	"read-timeout",
	"rate",
	"time-budget",
	"comment",
	"page",
	"check-name",
	"notify-url",
	"status-files"
];
/** Of the largest fleet that anybody has named, many times over. */
const MOST_PAIRS = 1e6;
const MOST_DELETED = 999999;
/** Five days, the longest that a job may take on any runner. */
const MAX_MINUTES = 7200;
/** Reads all inputs once and reports everything that is wrong with them. An empty input stands for its default. */
function readSettings(get) {
	const read = new InputReader(get);
	const planFile = read.line("plan-file", "");
	const readSeconds = read.number("read-timeout", { most: 3600 });
	const shard = read.as("shard", readShard, EXPECTED_SHARD);
	const digest = read.as("override-rollout", readPlanDigest, EXPECTED_DIGEST);
	const reason = read.as("reason", readOverrideReason, EXPECTED_REASON);
	const rate = read.number("rate", { most: VENDOR_BUDGETS.default });
	const minutes = read.number("time-budget", {
		most: MAX_MINUTES,
		decimals: true
	});
	const prune = read.number("prune", { most: MOST_DELETED });
	const pruneStories = read.number("prune-stories", { most: MOST_DELETED });
	const notifyUrl = read.secret("notify-url", parseNotifyUrl);
	const [replace, takeover] = [read.list("replace"), read.list("takeover")];
	const settings = {
		command: read.word("command", COMMANDS, "auto"),
		manifest: read.line("manifest", "sync.yaml"),
		selectors: {
			destinations: read.list("destinations"),
			stories: read.list("stories"),
			labels: read.pairs("labels"),
			rings: read.list("ring"),
			...shard === void 0 ? {} : { shard },
			...read.flag("pending", false) ? { pending: true } : {}
		},
		shardSize: read.number("shard-size", { most: MOST_PAIRS }) ?? 5e3,
		statusFiles: read.lines("status-files"),
		manual: read.flag("manual", false),
		force: read.flag("force", false),
		...digest === void 0 || reason === void 0 ? {} : { override: {
			digest,
			reason
		} },
		...replace.length + takeover.length === 0 ? {} : { consent: {
			replace: new Set(replace),
			takeover: new Set(takeover)
		} },
		...prune === void 0 ? {} : { prune },
		...pruneStories === void 0 ? {} : { pruneStories },
		...planFile === "" ? {} : { planFile },
		apiKeys: get("api-keys"),
		githubToken: get("github-token").trim(),
		envKeys: read.globs("env-keys", ["*TINES*"]),
		stateKey: get("state-key").trim(),
		stateBranch: read.line("state-branch", "storysync/state"),
		concurrency: read.number("concurrency", { most: 1e3 }) ?? 32,
		readTimeout: (readSeconds ?? 120) * 1e3,
		...rate === void 0 ? {} : { rate },
		...minutes === void 0 ? {} : { timeBudget: Math.round(minutes * 6e4) },
		comment: read.flag("comment", true),
		...pageFrom(read),
		checkName: read.line("check-name", "storysync", 100),
		...notifyUrl === void 0 ? {} : { notifyUrl }
	};
	const given = {
		override: get("override-rollout").trim() !== "",
		reason: get("reason").trim() !== ""
	};
	const errors = [
		...read.errors,
		...halfOverride(given),
		...findConflicts(settings, { readSeconds })
	];
	return errors.length > 0 ? fail(errors) : ok(settings);
}
/** `alias` is for a page that others may read. */
function pageFrom(read) {
	const page = read.word("page", [
		"false",
		"true",
		"alias"
	], "false");
	return page === "false" ? {} : { page: { alias: page === "alias" } };
}
/** Nobody is let past a rollout without a word on why. */
function halfOverride({ override, reason }) {
	if (override === reason) return [];
	return [override ? "override-rollout: it needs a reason" : "reason: it belongs to override-rollout, which is empty"];
}
/** INPUT_ variables that no input of ours stands for: the runner warns of a misspelt input, but runs on without it. */
function unknownInputs(env) {
	const known = new Set(INPUTS);
	return Object.keys(env).filter((name) => /^INPUT_./i.test(name) && env[name] !== void 0).map((name) => name.slice(6).toLowerCase()).filter((name) => !known.has(name)).sort().map((name) => {
		const hint = didYouMean(name, known) ?? `there are: ${INPUTS.join(", ")}`;
		return `${JSON.stringify(name)} is not an input of this action; ${hint}`;
	});
}

// src/action/job.ts
/** Signs what others are told. */
const NOTIFY_SECRET = "STORYSYNC_NOTIFY_SECRET";
/** Reads inputs and event, and hides every key before anything else is said. */
async function openJob(runner, loadTools) {
	const { env } = runner;
	const settings = readSettings((name) => runner.input(name));
	const strange = unknownInputs(env);
	if (!settings.ok || strange.length > 0) return fail([...strange, ...settings.ok ? [] : settings.error]);
	const keys = readApiKeys(settings.value.apiKeys);
	if (!keys.ok) return fail([keys.error]);
	const { notifyUrl } = settings.value;
	const stateKey = settings.value.stateKey || (env["STORYSYNC_STATE_KEY"] ?? "");
	const credentials = {
		githubToken: settings.value.githubToken,
		gitToken: env.STORYSYNC_GIT_TOKEN ?? "",
		vaultToken: env["STORYSYNC_VAULT_TOKEN"] ?? "",
		...eachOf(stateKey),
		notifySecret: env["STORYSYNC_NOTIFY_SECRET"] ?? "",
		...Object.fromEntries((notifyUrl ? masksForUrl(notifyUrl) : []).map((mask, at) => [`notify-url ${at}`, mask]))
	};
	for (const secret of masksFor(new Map([...keys.value.all, ...Object.entries(credentials)]))) runner.mask(secret);
	const event = await runner.readEvent();
	if (!event.ok) return fail([`the event that started this job cannot be read: ${event.error}`]);
	const trigger = readTrigger(env, event.value);
	if (!trigger.ok) return fail([trigger.error]);
	const task = chooseTask(settings.value, trigger.value);
	if (task.kind === "nothing") return ok({
		kind: "nothing",
		notice: task.notice
	});
	if (task.kind === "refused") return fail([task.message]);
	const misplaced = task.kind === "export" ? findMisplaced(settings.value) : [];
	if (misplaced.length > 0) return fail(misplaced);
	if (trigger.value.event === "refused") return fail([`storysync does not run under the event "${trigger.value.name}"`]);
	const [tools, { openKeyRing }] = await Promise.all([loadTools(), import("./key-ring.js")]);
	const { githubToken } = settings.value;
	const github = tools.openGitHub({
		token: githubToken,
		repository: env.GITHUB_REPOSITORY ?? "",
		apiUrl: env.GITHUB_API_URL ?? "https://api.github.com"
	});
	const mask = (secret) => runner.mask(secret);
	const keyOf = keysOfJob({
		given: keys.value.keys,
		env,
		envKeys: settings.value.envKeys,
		mask
	});
	const tokens = new OpenTokens();
	const vault = {
		proxies: tools.proxies,
		clock: tools.clock,
		mask,
		tokens
	};
	const world = {
		directory: env.GITHUB_WORKSPACE ?? process.cwd(),
		environment: {
			...env,
			GITHUB_TOKEN: githubToken,
			[STATE_KEY]: stateKey
		},
		openTenants: (watch) => openTenants(openKeyRing(keyOf, {
			...vault,
			...watch,
			environment: env
		}), tools.openClients(watch)),
		clock: tools.clock
	};
	const job = {
		runner,
		tools,
		settings: settings.value,
		trigger: trigger.value,
		task,
		world,
		github,
		tokens
	};
	return ok({
		kind: "job",
		job
	});
}
/** Two state keys may stand in one line, and each is to be hidden wherever it shows up alone. */
function eachOf(stateKey) {
	return Object.fromEntries([stateKey, ...stateKey.split(/[\s,]+/)].map((key, index) => [`${STATE_KEY} ${index}`, key]));
}
/** The commit that a check run belongs to. */
function headShaOf(trigger) {
	return trigger.event === "pull_request" ? trigger.headSha : trigger.sha;
}

export { warning as _, readShard as a, sealFrom as c, error as d, getInput as f, setSecret as g, setOutput as h, checkOverride as i, internalError as l, notice as m, headShaOf as n, shardText as o, info as p, openJob as r, readersOf as s, NOTIFY_SECRET as t, readGivenFile as u };