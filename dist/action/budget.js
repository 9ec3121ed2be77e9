// src/model/tenant/budget.ts
/**
* A tenth below what the vendor allows, so that a clock that is off costs nothing. Whether record_types counts as records
* is not stated, so it gets the smaller budget.
*/
const VENDOR_BUDGETS = {
	default: 4500,
	records: 360
};
/** What is left of them where a person allows fewer requests a minute and tenant. */
function budgetsAt(rate, budgets = VENDOR_BUDGETS) {
	if (rate === void 0) return budgets;
	return {
		default: Math.min(budgets.default, rate),
		records: Math.min(budgets.records, rate)
	};
}

export { budgetsAt as n, VENDOR_BUDGETS as t };