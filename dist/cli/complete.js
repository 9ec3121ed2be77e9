import { t as openCatalogue } from "./open-catalogue.js";

// src/cli/completion/candidates.ts
/** What `words` (all after the program's name, the last one unfinished) can be continued with, by commander's own tree. */
async function continuationsOf(program, words, names) {
	const before = words.slice(0, -1);
	const current = words.at(-1) ?? "";
	const at = before.findIndex((word) => !word.startsWith("-"));
	if (at === -1) return (current.startsWith("-") ? optionsOf(program, []) : commandsOf(program)).filter(({ value }) => value.startsWith(current));
	const command = program.commands.find((each) => each.name() === before[at]);
	if (command === void 0 || hasEnded(before)) return [];
	return withinCommand(command, before.slice(at + 1), current, names);
}
async function withinCommand(command, before, current, names) {
	const [, flag, part] = /^(--[a-z-]+)=(.*)$/s.exec(current) ?? [];
	if (flag !== void 0 && part !== void 0) {
		const values = await valuesOf(optionNamed(command, flag), names);
		return values === "files" ? [] : matching(values, part, []).map(({ value }) => ({ value: `${flag}=${value}` }));
	}
	const { open, given, operands } = readWords(command, before);
	if (current.startsWith("-")) return matching(optionsOf(command, before), current, []);
	if (open !== void 0) {
		const values = await valuesOf(open, names);
		return values === "files" ? values : matching(values, current, given);
	}
	const argument = command.registeredArguments[operands];
	if (argument === void 0) return [];
	return matching(argument.argChoices ?? await names(argument.name()), current, []);
}
function readWords(command, words) {
	let read = {
		open: void 0,
		given: [],
		operands: 0
	};
	for (const word of words) if (word.startsWith("-")) {
		const option = word.includes("=") ? void 0 : optionNamed(command, word);
		read = {
			...read,
			open: option && takesValue(option) ? option : void 0,
			given: []
		};
	} else if (read.open === void 0) read = {
		...read,
		operands: read.operands + 1
	};
	else read = {
		...read,
		open: read.open.variadic ? read.open : void 0,
		given: [...read.given, word]
	};
	return read;
}
async function valuesOf(option, names) {
	if (option === void 0 || !takesValue(option)) return [];
	if (option.argChoices !== void 0) return option.argChoices;
	if (/<(?:path|paths\.\.\.|file|folder)>/.test(option.flags)) return "files";
	return await names(option.attributeName()) ?? [];
}
function takesValue({ required, optional }) {
	return required || optional;
}
function optionNamed(command, flag) {
	return command.options.find(({ long, short }) => flag === long || flag === short);
}
/** Those that were not given yet, or may be given again. */
function optionsOf(command, before) {
	const help = command.createHelp();
	return help.visibleOptions(command).flatMap((option) => {
		const isSpent = !option.variadic && before.some((word) => word === option.long || word === option.short);
		return option.long && !isSpent ? [{
			value: option.long,
			about: help.optionDescription(option)
		}] : [];
	});
}
function commandsOf(program) {
	const help = program.createHelp();
	return help.visibleCommands(program).map((command) => {
		return {
			value: command.name(),
			about: help.subcommandDescription(command)
		};
	});
}
function hasEnded(words) {
	return words.includes("--");
}
function matching(values, start, given) {
	return (values ?? []).map((each) => typeof each === "string" ? { value: each } : each).filter(({ value }) => value.startsWith(start) && !given.includes(value));
}

// src/cli/completion/complete.ts
/** What a shell can take as one word without a thought about quotes. Anything else is better typed by a person. */
const PLAIN = /^[A-Za-z0-9][A-Za-z0-9_.:@%+,/=-]*$/;
/** More than anybody looks through. */
const MOST = 1e3;
/**
* Answers a shell that completes a command line: a line that says what follows (`files`: complete paths yourself), then
* a line for each candidate, with what it is about behind a tab. Whatever goes wrong, there is nothing to say: somebody
* is in the middle of typing.
*/
function completeWith(program, words) {
	return async ({ terminal, world }) => {
		try {
			const candidates = await continuationsOf(program, words, namesIn(world, manifestIn(words)));
			const lines = candidates === "files" ? ["files"] : ["words", ...candidates.slice(0, MOST).map(({ value, about }) => about ? `${value}\t${about}` : value)];
			terminal.out(`${lines.join("\n")}\n`);
		} catch {}
		return 0;
	};
}
/** The manifest that the command line so far names, as the command itself would read it. */
function manifestIn(words) {
	const before = words.slice(0, -1);
	return before.findLast((word) => word.startsWith("--manifest="))?.slice(11) ?? before[before.lastIndexOf("--manifest") + 1 || before.length] ?? "sync.yaml";
}
function namesIn(world, manifest) {
	return async (option) => {
		if (![
			"destination",
			"story",
			"label",
			"ring",
			"replace",
			"takeover"
		].includes(option)) return void 0;
		const { catalogue } = await openCatalogue(world, manifest);
		if (catalogue === void 0) return void 0;
		const { destinations, stories, rollout } = catalogue.manifest;
		const labels = destinations.flatMap((each) => Object.entries(each.labels).map(([name, value]) => `${name}=${value}`));
		const all = {
			destination: destinations.map(({ name }) => name),
			story: [...stories.keys()],
			label: labels,
			ring: rollout?.rings.map(({ name }) => name) ?? [],
			replace: destinations.flatMap(({ engine, name }) => engine === "native" ? [name] : []),
			takeover: destinations.map(({ name }) => name)
		}[option];
		return [...new Set(all)].filter((name) => PLAIN.test(name)).sort();
	};
}

export { completeWith };