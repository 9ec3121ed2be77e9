// src/model/key-name.ts
/** Names that begin so hold a credential for something else: of the runner, a cloud, a vault, a registry. */
const FOREIGN = "ACTIONS AWS AZURE GITHUB GOOGLE INPUT NODE NPM RUNNER SSH STORYSYNC VAULT".split(" ");
/** What no key can be: what a shell, a loader, git, a runner or a proxy keeps in its environment. */
const FAMILIES = "DYLD GIT LC LD XDG".split(" ");
const FIXED = [
	"_ APPDATA CI CI_JOB_TOKEN COLORTERM COLUMNS COMPUTERNAME COMSPEC DATABASE_URL DISPLAY EDITOR EGID EUID FORCE_COLOR",
	"GH_ENTERPRISE_TOKEN GH_TOKEN GID GOROOT HISTFILE HOME HOMEDRIVE HOST HOSTNAME HOSTTYPE IFS LANG LANGUAGE LINES",
	"LOCALAPPDATA LOGNAME LS_COLORS MACHTYPE MAIL NO_COLOR OLDPWD OSTYPE PAGER PATHEXT PERL5LIB PPID PROGRAMDATA",
	"PROGRAMFILES PUBLIC PWD RUBYLIB RUBYOPT SHELL SHELLOPTS SHLVL SUDO_COMMAND SUDO_USER SYSTEMDRIVE SYSTEMROOT TEMP",
	"TERM TERM_PROGRAM TMP TMPDIR TZ UID USER USERDOMAIN USERNAME USERPROFILE VISUAL WINDIR"
].flatMap((line) => line.split(" "));
const ENDINGS = [
	"[A-Z0-9_]*PATH",
	"[A-Z0-9_]+_HOME",
	"[A-Z0-9_]+_PROXY",
	"PS[0-9]"
];
/** The ending that makes any name ours. */
const KEY_SUFFIX = "_TINES_API_KEY";
const FORM = "[A-Z_][A-Z0-9_]*";
const REFUSED = `(?:${[...FOREIGN, ...FAMILIES].join("|")})_`;
const NEVER = [...FIXED, ...ENDINGS].join("|");
/** Names that may stand in `${NAME}`, as the schema of the manifest says it too; `end` is what follows the name. */
function keyNamePattern(end) {
	return `(?:${FORM}${KEY_SUFFIX}|(?!${REFUSED}|(?:${NEVER})${end})${FORM})${end}`;
}
const KEY_NAME = new RegExp(`^${keyNamePattern("$")}`);
/** Nothing that is a credential of something else goes to a tenant because a manifest says so. */
function mayBeKey(name) {
	return KEY_NAME.test(name);
}
/** Why a name is refused, for people. */
function whyNoKey(name) {
	const owner = FOREIGN.find((each) => name.startsWith(`${each}_`));
	return owner === void 0 ? "that variable never holds a key of a tenant" : `${owner}_… belongs to something else`;
}

export { whyNoKey as i, keyNamePattern as n, mayBeKey as r, KEY_SUFFIX as t };