import { u as count, v as name, y as say } from "./unsigned-state.js";

// src/report/forecast-phrase.ts
/** `at most 240 calls and 3 minutes to push, most of them at https://contoso.tines.com (24)`. */
function costPhrase({ calls, minutes, tenants, busiest, uncounted }) {
	const most = tenants > 1 ? say`, most of them at ${name(busiest.tenantUrl)} (${String(busiest.calls)})` : [];
	const others = uncounted > 0 ? [`; ${count(uncounted, "destination was", "destinations were")} not asked and not counted`] : [];
	return say`Forecast: at most ${count(calls, "call")} and ${count(minutes, "minute")} to push${most}${others}`;
}
/** What a run does whose time may not hold all of it. `left` is in milliseconds. */
function shortTimePhrase(left) {
	const minutes = Math.floor(left / 6e4);
	return [`The time budget leaves ${minutes < 1 ? "less than a minute" : count(minutes, "minute")}: who is behind for longest goes first, and what does not fit is reported as not reached`];
}

export { shortTimePhrase as n, costPhrase as t };