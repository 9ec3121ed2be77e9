import { r as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { t as pLimit } from "./p-limit.js";
import { n as fail, r as ok } from "./dist.js";
import { S as clearDeadLock, _ as repositoryName, b as isBranchName, f as openRemote, g as UNUSABLE, h as remoteHint, m as describeRemoteFailure, p as readGitConfig, v as clearDeadRefLock, y as moveRef } from "./session.js";
import { At as ObjectReader, Ct as currentBranch, Et as findGitDirs, It as parseTree, Lt as withEntries, Mt as storageFailure, Ot as blobId, Pt as foreignStorage, Tt as readRef, Wt as durableFs, _n as require_validation_error, bn as require_util, cn as require_format, dn as require_validation$1, fn as require_core$1, ft as canonicalJson, gn as require_ref_error, hn as require_compile, jt as readingObjects, ln as require_applicator$1, mn as require_core$2, mt as contentHash, on as require_discriminator, pn as require_ref, pt as compactJson, sn as require_metadata, un as require_dependencies, vn as require_validate, wt as readHeadFile, xn as require_codegen, yn as require_names } from "./workspace.js";
import { t as require_isomorphic_git } from "./isomorphic-git.js";
import { i as printable } from "./terminal.js";
import { n as systemHint, r as systemWords } from "./system-code.js";
import { t as describeLocked } from "./lock-holder.js";
import { r as parseJson, x as isObject } from "./read.js";
import { basename, join } from "node:path";
import { readdir, rename, rm } from "node:fs/promises";
import { Buffer } from "node:buffer";
import { setTimeout } from "node:timers/promises";
import { createHmac, timingSafeEqual } from "node:crypto";

// src/model/change/told.ts
var import_isomorphic_git = /* @__PURE__ */ __toESM(require_isomorphic_git(), 1);
/** Matters that are kept, of all destinations together. What is beyond is told again. */
const MOST_TOLD = 5e4;

// node_modules/ajv/dist/vocabularies/dynamic/dynamicAnchor.js
var require_dynamicAnchor = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.dynamicAnchor = void 0;
	const codegen_1 = require_codegen();
	const names_1 = require_names();
	const compile_1 = require_compile();
	const ref_1 = require_ref();
	const def = {
		keyword: "$dynamicAnchor",
		schemaType: "string",
		code: (cxt) => dynamicAnchor(cxt, cxt.schema)
	};
	function dynamicAnchor(cxt, anchor) {
		const { gen, it } = cxt;
		it.schemaEnv.root.dynamicAnchors[anchor] = true;
		const v = (0, codegen_1._)`${names_1.default.dynamicAnchors}${(0, codegen_1.getProperty)(anchor)}`;
		const validate = it.errSchemaPath === "#" ? it.validateName : _getValidate(cxt);
		gen.if((0, codegen_1._)`!${v}`, () => gen.assign(v, validate));
	}
	exports.dynamicAnchor = dynamicAnchor;
	function _getValidate(cxt) {
		const { schemaEnv, schema, self } = cxt.it;
		const { root, baseId, localRefs, meta } = schemaEnv.root;
		const { schemaId } = self.opts;
		const sch = new compile_1.SchemaEnv({
			schema,
			schemaId,
			root,
			baseId,
			localRefs,
			meta
		});
		compile_1.compileSchema.call(self, sch);
		return (0, ref_1.getValidate)(cxt, sch);
	}
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/dynamic/dynamicRef.js
var require_dynamicRef = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.dynamicRef = void 0;
	const codegen_1 = require_codegen();
	const names_1 = require_names();
	const ref_1 = require_ref();
	const def = {
		keyword: "$dynamicRef",
		schemaType: "string",
		code: (cxt) => dynamicRef(cxt, cxt.schema)
	};
	function dynamicRef(cxt, ref) {
		const { gen, keyword, it } = cxt;
		if (ref[0] !== "#") throw new Error(`"${keyword}" only supports hash fragment reference`);
		const anchor = ref.slice(1);
		if (it.allErrors) _dynamicRef();
		else {
			const valid = gen.let("valid", false);
			_dynamicRef(valid);
			cxt.ok(valid);
		}
		function _dynamicRef(valid) {
			if (it.schemaEnv.root.dynamicAnchors[anchor]) {
				const v = gen.let("_v", (0, codegen_1._)`${names_1.default.dynamicAnchors}${(0, codegen_1.getProperty)(anchor)}`);
				gen.if(v, _callRef(v, valid), _callRef(it.validateName, valid));
			} else _callRef(it.validateName, valid)();
		}
		function _callRef(validate, valid) {
			return valid ? () => gen.block(() => {
				(0, ref_1.callRef)(cxt, validate);
				gen.let(valid, true);
			}) : () => (0, ref_1.callRef)(cxt, validate);
		}
	}
	exports.dynamicRef = dynamicRef;
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/dynamic/recursiveAnchor.js
var require_recursiveAnchor = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const dynamicAnchor_1 = require_dynamicAnchor();
	const util_1 = require_util();
	const def = {
		keyword: "$recursiveAnchor",
		schemaType: "boolean",
		code(cxt) {
			if (cxt.schema) (0, dynamicAnchor_1.dynamicAnchor)(cxt, "");
			else (0, util_1.checkStrictMode)(cxt.it, "$recursiveAnchor: false is ignored");
		}
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/dynamic/recursiveRef.js
var require_recursiveRef = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const dynamicRef_1 = require_dynamicRef();
	const def = {
		keyword: "$recursiveRef",
		schemaType: "string",
		code: (cxt) => (0, dynamicRef_1.dynamicRef)(cxt, cxt.schema)
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/dynamic/index.js
var require_dynamic = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const dynamicAnchor_1 = require_dynamicAnchor();
	const dynamicRef_1 = require_dynamicRef();
	const recursiveAnchor_1 = require_recursiveAnchor();
	const recursiveRef_1 = require_recursiveRef();
	const dynamic = [
		dynamicAnchor_1.default,
		dynamicRef_1.default,
		recursiveAnchor_1.default,
		recursiveRef_1.default
	];
	exports.default = dynamic;
}));

// node_modules/ajv/dist/vocabularies/validation/dependentRequired.js
var require_dependentRequired = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const dependencies_1 = require_dependencies();
	const def = {
		keyword: "dependentRequired",
		type: "object",
		schemaType: "object",
		error: dependencies_1.error,
		code: (cxt) => (0, dependencies_1.validatePropertyDeps)(cxt)
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/applicator/dependentSchemas.js
var require_dependentSchemas = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const dependencies_1 = require_dependencies();
	const def = {
		keyword: "dependentSchemas",
		type: "object",
		schemaType: "object",
		code: (cxt) => (0, dependencies_1.validateSchemaDeps)(cxt)
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/validation/limitContains.js
var require_limitContains = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const util_1 = require_util();
	const def = {
		keyword: ["maxContains", "minContains"],
		type: "array",
		schemaType: "number",
		code({ keyword, parentSchema, it }) {
			if (parentSchema.contains === void 0) (0, util_1.checkStrictMode)(it, `"${keyword}" without "contains" is ignored`);
		}
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/next.js
var require_next = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const dependentRequired_1 = require_dependentRequired();
	const dependentSchemas_1 = require_dependentSchemas();
	const limitContains_1 = require_limitContains();
	const next = [
		dependentRequired_1.default,
		dependentSchemas_1.default,
		limitContains_1.default
	];
	exports.default = next;
}));

// node_modules/ajv/dist/vocabularies/unevaluated/unevaluatedProperties.js
var require_unevaluatedProperties = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const codegen_1 = require_codegen();
	const util_1 = require_util();
	const names_1 = require_names();
	const def = {
		keyword: "unevaluatedProperties",
		type: "object",
		schemaType: ["boolean", "object"],
		trackErrors: true,
		error: {
			message: "must NOT have unevaluated properties",
			params: ({ params }) => (0, codegen_1._)`{unevaluatedProperty: ${params.unevaluatedProperty}}`
		},
		code(cxt) {
			const { gen, schema, data, errsCount, it } = cxt;
			/* istanbul ignore if */
			if (!errsCount) throw new Error("ajv implementation error");
			const { allErrors, props } = it;
			if (props instanceof codegen_1.Name) gen.if((0, codegen_1._)`${props} !== true`, () => gen.forIn("key", data, (key) => gen.if(unevaluatedDynamic(props, key), () => unevaluatedPropCode(key))));
			else if (props !== true) gen.forIn("key", data, (key) => props === void 0 ? unevaluatedPropCode(key) : gen.if(unevaluatedStatic(props, key), () => unevaluatedPropCode(key)));
			it.props = true;
			cxt.ok((0, codegen_1._)`${errsCount} === ${names_1.default.errors}`);
			function unevaluatedPropCode(key) {
				if (schema === false) {
					cxt.setParams({ unevaluatedProperty: key });
					cxt.error();
					if (!allErrors) gen.break();
					return;
				}
				if (!(0, util_1.alwaysValidSchema)(it, schema)) {
					const valid = gen.name("valid");
					cxt.subschema({
						keyword: "unevaluatedProperties",
						dataProp: key,
						dataPropType: util_1.Type.Str
					}, valid);
					if (!allErrors) gen.if((0, codegen_1.not)(valid), () => gen.break());
				}
			}
			function unevaluatedDynamic(evaluatedProps, key) {
				return (0, codegen_1._)`!${evaluatedProps} || !${evaluatedProps}[${key}]`;
			}
			function unevaluatedStatic(evaluatedProps, key) {
				const ps = [];
				for (const p in evaluatedProps) if (evaluatedProps[p] === true) ps.push((0, codegen_1._)`${key} !== ${p}`);
				return (0, codegen_1.and)(...ps);
			}
		}
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/unevaluated/unevaluatedItems.js
var require_unevaluatedItems = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const codegen_1 = require_codegen();
	const util_1 = require_util();
	const def = {
		keyword: "unevaluatedItems",
		type: "array",
		schemaType: ["boolean", "object"],
		error: {
			message: ({ params: { len } }) => (0, codegen_1.str)`must NOT have more than ${len} items`,
			params: ({ params: { len } }) => (0, codegen_1._)`{limit: ${len}}`
		},
		code(cxt) {
			const { gen, schema, data, it } = cxt;
			const items = it.items || 0;
			if (items === true) return;
			const len = gen.const("len", (0, codegen_1._)`${data}.length`);
			if (schema === false) {
				cxt.setParams({ len: items });
				cxt.fail((0, codegen_1._)`${len} > ${items}`);
			} else if (typeof schema == "object" && !(0, util_1.alwaysValidSchema)(it, schema)) {
				const valid = gen.var("valid", (0, codegen_1._)`${len} <= ${items}`);
				gen.if((0, codegen_1.not)(valid), () => validateItems(valid, items));
				cxt.ok(valid);
			}
			it.items = true;
			function validateItems(valid, from) {
				gen.forRange("i", from, len, (i) => {
					cxt.subschema({
						keyword: "unevaluatedItems",
						dataProp: i,
						dataPropType: util_1.Type.Num
					}, valid);
					if (!it.allErrors) gen.if((0, codegen_1.not)(valid), () => gen.break());
				});
			}
		}
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/unevaluated/index.js
var require_unevaluated$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const unevaluatedProperties_1 = require_unevaluatedProperties();
	const unevaluatedItems_1 = require_unevaluatedItems();
	const unevaluated = [unevaluatedProperties_1.default, unevaluatedItems_1.default];
	exports.default = unevaluated;
}));

// node_modules/ajv/dist/vocabularies/draft2020.js
var require_draft2020 = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const core_1 = require_core$1();
	const validation_1 = require_validation$1();
	const applicator_1 = require_applicator$1();
	const dynamic_1 = require_dynamic();
	const next_1 = require_next();
	const unevaluated_1 = require_unevaluated$1();
	const format_1 = require_format();
	const metadata_1 = require_metadata();
	const draft2020Vocabularies = [
		dynamic_1.default,
		core_1.default,
		validation_1.default,
		(0, applicator_1.default)(true),
		format_1.default,
		metadata_1.metadataVocabulary,
		metadata_1.contentVocabulary,
		next_1.default,
		unevaluated_1.default
	];
	exports.default = draft2020Vocabularies;
}));

// node_modules/ajv/dist/refs/json-schema-2020-12/schema.json
var require_schema = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = {
		"$schema": "https://json-schema.org/draft/2020-12/schema",
		"$id": "https://json-schema.org/draft/2020-12/schema",
		"$vocabulary": {
			"https://json-schema.org/draft/2020-12/vocab/core": true,
			"https://json-schema.org/draft/2020-12/vocab/applicator": true,
			"https://json-schema.org/draft/2020-12/vocab/unevaluated": true,
			"https://json-schema.org/draft/2020-12/vocab/validation": true,
			"https://json-schema.org/draft/2020-12/vocab/meta-data": true,
			"https://json-schema.org/draft/2020-12/vocab/format-annotation": true,
			"https://json-schema.org/draft/2020-12/vocab/content": true
		},
		"$dynamicAnchor": "meta",
		"title": "Core and Validation specifications meta-schema",
		"allOf": [
			{ "$ref": "meta/core" },
			{ "$ref": "meta/applicator" },
			{ "$ref": "meta/unevaluated" },
			{ "$ref": "meta/validation" },
			{ "$ref": "meta/meta-data" },
			{ "$ref": "meta/format-annotation" },
			{ "$ref": "meta/content" }
		],
		"type": ["object", "boolean"],
		"$comment": "This meta-schema also defines keywords that have appeared in previous drafts in order to prevent incompatible extensions as they remain in common use.",
		"properties": {
			"definitions": {
				"$comment": "\"definitions\" has been replaced by \"$defs\".",
				"type": "object",
				"additionalProperties": { "$dynamicRef": "#meta" },
				"deprecated": true,
				"default": {}
			},
			"dependencies": {
				"$comment": "\"dependencies\" has been split and replaced by \"dependentSchemas\" and \"dependentRequired\" in order to serve their differing semantics.",
				"type": "object",
				"additionalProperties": { "anyOf": [{ "$dynamicRef": "#meta" }, { "$ref": "meta/validation#/$defs/stringArray" }] },
				"deprecated": true,
				"default": {}
			},
			"$recursiveAnchor": {
				"$comment": "\"$recursiveAnchor\" has been replaced by \"$dynamicAnchor\".",
				"$ref": "meta/core#/$defs/anchorString",
				"deprecated": true
			},
			"$recursiveRef": {
				"$comment": "\"$recursiveRef\" has been replaced by \"$dynamicRef\".",
				"$ref": "meta/core#/$defs/uriReferenceString",
				"deprecated": true
			}
		}
	};
}));

// node_modules/ajv/dist/refs/json-schema-2020-12/meta/applicator.json
var require_applicator = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = {
		"$schema": "https://json-schema.org/draft/2020-12/schema",
		"$id": "https://json-schema.org/draft/2020-12/meta/applicator",
		"$vocabulary": { "https://json-schema.org/draft/2020-12/vocab/applicator": true },
		"$dynamicAnchor": "meta",
		"title": "Applicator vocabulary meta-schema",
		"type": ["object", "boolean"],
		"properties": {
			"prefixItems": { "$ref": "#/$defs/schemaArray" },
			"items": { "$dynamicRef": "#meta" },
			"contains": { "$dynamicRef": "#meta" },
			"additionalProperties": { "$dynamicRef": "#meta" },
			"properties": {
				"type": "object",
				"additionalProperties": { "$dynamicRef": "#meta" },
				"default": {}
			},
			"patternProperties": {
				"type": "object",
				"additionalProperties": { "$dynamicRef": "#meta" },
				"propertyNames": { "format": "regex" },
				"default": {}
			},
			"dependentSchemas": {
				"type": "object",
				"additionalProperties": { "$dynamicRef": "#meta" },
				"default": {}
			},
			"propertyNames": { "$dynamicRef": "#meta" },
			"if": { "$dynamicRef": "#meta" },
			"then": { "$dynamicRef": "#meta" },
			"else": { "$dynamicRef": "#meta" },
			"allOf": { "$ref": "#/$defs/schemaArray" },
			"anyOf": { "$ref": "#/$defs/schemaArray" },
			"oneOf": { "$ref": "#/$defs/schemaArray" },
			"not": { "$dynamicRef": "#meta" }
		},
		"$defs": { "schemaArray": {
			"type": "array",
			"minItems": 1,
			"items": { "$dynamicRef": "#meta" }
		} }
	};
}));

// node_modules/ajv/dist/refs/json-schema-2020-12/meta/unevaluated.json
var require_unevaluated = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = {
		"$schema": "https://json-schema.org/draft/2020-12/schema",
		"$id": "https://json-schema.org/draft/2020-12/meta/unevaluated",
		"$vocabulary": { "https://json-schema.org/draft/2020-12/vocab/unevaluated": true },
		"$dynamicAnchor": "meta",
		"title": "Unevaluated applicator vocabulary meta-schema",
		"type": ["object", "boolean"],
		"properties": {
			"unevaluatedItems": { "$dynamicRef": "#meta" },
			"unevaluatedProperties": { "$dynamicRef": "#meta" }
		}
	};
}));

// node_modules/ajv/dist/refs/json-schema-2020-12/meta/content.json
var require_content = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = {
		"$schema": "https://json-schema.org/draft/2020-12/schema",
		"$id": "https://json-schema.org/draft/2020-12/meta/content",
		"$vocabulary": { "https://json-schema.org/draft/2020-12/vocab/content": true },
		"$dynamicAnchor": "meta",
		"title": "Content vocabulary meta-schema",
		"type": ["object", "boolean"],
		"properties": {
			"contentEncoding": { "type": "string" },
			"contentMediaType": { "type": "string" },
			"contentSchema": { "$dynamicRef": "#meta" }
		}
	};
}));

// node_modules/ajv/dist/refs/json-schema-2020-12/meta/core.json
var require_core = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = {
		"$schema": "https://json-schema.org/draft/2020-12/schema",
		"$id": "https://json-schema.org/draft/2020-12/meta/core",
		"$vocabulary": { "https://json-schema.org/draft/2020-12/vocab/core": true },
		"$dynamicAnchor": "meta",
		"title": "Core vocabulary meta-schema",
		"type": ["object", "boolean"],
		"properties": {
			"$id": {
				"$ref": "#/$defs/uriReferenceString",
				"$comment": "Non-empty fragments not allowed.",
				"pattern": "^[^#]*#?$"
			},
			"$schema": { "$ref": "#/$defs/uriString" },
			"$ref": { "$ref": "#/$defs/uriReferenceString" },
			"$anchor": { "$ref": "#/$defs/anchorString" },
			"$dynamicRef": { "$ref": "#/$defs/uriReferenceString" },
			"$dynamicAnchor": { "$ref": "#/$defs/anchorString" },
			"$vocabulary": {
				"type": "object",
				"propertyNames": { "$ref": "#/$defs/uriString" },
				"additionalProperties": { "type": "boolean" }
			},
			"$comment": { "type": "string" },
			"$defs": {
				"type": "object",
				"additionalProperties": { "$dynamicRef": "#meta" }
			}
		},
		"$defs": {
			"anchorString": {
				"type": "string",
				"pattern": "^[A-Za-z_][-A-Za-z0-9._]*$"
			},
			"uriString": {
				"type": "string",
				"format": "uri"
			},
			"uriReferenceString": {
				"type": "string",
				"format": "uri-reference"
			}
		}
	};
}));

// node_modules/ajv/dist/refs/json-schema-2020-12/meta/format-annotation.json
var require_format_annotation = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = {
		"$schema": "https://json-schema.org/draft/2020-12/schema",
		"$id": "https://json-schema.org/draft/2020-12/meta/format-annotation",
		"$vocabulary": { "https://json-schema.org/draft/2020-12/vocab/format-annotation": true },
		"$dynamicAnchor": "meta",
		"title": "Format vocabulary meta-schema for annotation results",
		"type": ["object", "boolean"],
		"properties": { "format": { "type": "string" } }
	};
}));

// node_modules/ajv/dist/refs/json-schema-2020-12/meta/meta-data.json
var require_meta_data = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = {
		"$schema": "https://json-schema.org/draft/2020-12/schema",
		"$id": "https://json-schema.org/draft/2020-12/meta/meta-data",
		"$vocabulary": { "https://json-schema.org/draft/2020-12/vocab/meta-data": true },
		"$dynamicAnchor": "meta",
		"title": "Meta-data vocabulary meta-schema",
		"type": ["object", "boolean"],
		"properties": {
			"title": { "type": "string" },
			"description": { "type": "string" },
			"default": true,
			"deprecated": {
				"type": "boolean",
				"default": false
			},
			"readOnly": {
				"type": "boolean",
				"default": false
			},
			"writeOnly": {
				"type": "boolean",
				"default": false
			},
			"examples": {
				"type": "array",
				"items": true
			}
		}
	};
}));

// node_modules/ajv/dist/refs/json-schema-2020-12/meta/validation.json
var require_validation = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = {
		"$schema": "https://json-schema.org/draft/2020-12/schema",
		"$id": "https://json-schema.org/draft/2020-12/meta/validation",
		"$vocabulary": { "https://json-schema.org/draft/2020-12/vocab/validation": true },
		"$dynamicAnchor": "meta",
		"title": "Validation vocabulary meta-schema",
		"type": ["object", "boolean"],
		"properties": {
			"type": { "anyOf": [{ "$ref": "#/$defs/simpleTypes" }, {
				"type": "array",
				"items": { "$ref": "#/$defs/simpleTypes" },
				"minItems": 1,
				"uniqueItems": true
			}] },
			"const": true,
			"enum": {
				"type": "array",
				"items": true
			},
			"multipleOf": {
				"type": "number",
				"exclusiveMinimum": 0
			},
			"maximum": { "type": "number" },
			"exclusiveMaximum": { "type": "number" },
			"minimum": { "type": "number" },
			"exclusiveMinimum": { "type": "number" },
			"maxLength": { "$ref": "#/$defs/nonNegativeInteger" },
			"minLength": { "$ref": "#/$defs/nonNegativeIntegerDefault0" },
			"pattern": {
				"type": "string",
				"format": "regex"
			},
			"maxItems": { "$ref": "#/$defs/nonNegativeInteger" },
			"minItems": { "$ref": "#/$defs/nonNegativeIntegerDefault0" },
			"uniqueItems": {
				"type": "boolean",
				"default": false
			},
			"maxContains": { "$ref": "#/$defs/nonNegativeInteger" },
			"minContains": {
				"$ref": "#/$defs/nonNegativeInteger",
				"default": 1
			},
			"maxProperties": { "$ref": "#/$defs/nonNegativeInteger" },
			"minProperties": { "$ref": "#/$defs/nonNegativeIntegerDefault0" },
			"required": { "$ref": "#/$defs/stringArray" },
			"dependentRequired": {
				"type": "object",
				"additionalProperties": { "$ref": "#/$defs/stringArray" }
			}
		},
		"$defs": {
			"nonNegativeInteger": {
				"type": "integer",
				"minimum": 0
			},
			"nonNegativeIntegerDefault0": {
				"$ref": "#/$defs/nonNegativeInteger",
				"default": 0
			},
			"simpleTypes": { "enum": [
				"array",
				"boolean",
				"integer",
				"null",
				"number",
				"object",
				"string"
			] },
			"stringArray": {
				"type": "array",
				"items": { "type": "string" },
				"uniqueItems": true,
				"default": []
			}
		}
	};
}));

// node_modules/ajv/dist/refs/json-schema-2020-12/index.js
var require_json_schema_2020_12 = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const metaSchema = require_schema();
	const applicator = require_applicator();
	const unevaluated = require_unevaluated();
	const content = require_content();
	const core = require_core();
	const format = require_format_annotation();
	const metadata = require_meta_data();
	const validation = require_validation();
	const META_SUPPORT_DATA = ["/properties"];
	function addMetaSchema2020($data) {
		[
			metaSchema,
			applicator,
			unevaluated,
			content,
			core,
			with$data(this, format),
			metadata,
			with$data(this, validation)
		].forEach((sch) => this.addMetaSchema(sch, void 0, false));
		return this;
		function with$data(ajv, sch) {
			return $data ? ajv.$dataMetaSchema(sch, META_SUPPORT_DATA) : sch;
		}
	}
	exports.default = addMetaSchema2020;
}));

// node_modules/ajv/dist/2020.js
var require__2020 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.MissingRefError = exports.ValidationError = exports.CodeGen = exports.Name = exports.nil = exports.stringify = exports.str = exports._ = exports.KeywordCxt = exports.Ajv2020 = void 0;
	const core_1 = require_core$2();
	const draft2020_1 = require_draft2020();
	const discriminator_1 = require_discriminator();
	const json_schema_2020_12_1 = require_json_schema_2020_12();
	const META_SCHEMA_ID = "https://json-schema.org/draft/2020-12/schema";
	var Ajv2020 = class extends core_1.default {
		constructor(opts = {}) {
			super({
				...opts,
				dynamicRef: true,
				next: true,
				unevaluated: true
			});
		}
		_addVocabularies() {
			super._addVocabularies();
			draft2020_1.default.forEach((v) => this.addVocabulary(v));
			if (this.opts.discriminator) this.addKeyword(discriminator_1.default);
		}
		_addDefaultMetaSchema() {
			super._addDefaultMetaSchema();
			const { $data, meta } = this.opts;
			if (!meta) return;
			json_schema_2020_12_1.default.call(this, $data);
			this.refs["http://json-schema.org/schema"] = META_SCHEMA_ID;
		}
		defaultMeta() {
			return this.opts.defaultMeta = super.defaultMeta() || (this.getSchema(META_SCHEMA_ID) ? META_SCHEMA_ID : void 0);
		}
	};
	exports.Ajv2020 = Ajv2020;
	module.exports = exports = Ajv2020;
	module.exports.Ajv2020 = Ajv2020;
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.default = Ajv2020;
	var validate_1 = require_validate();
	Object.defineProperty(exports, "KeywordCxt", {
		enumerable: true,
		get: function() {
			return validate_1.KeywordCxt;
		}
	});
	var codegen_1 = require_codegen();
	Object.defineProperty(exports, "_", {
		enumerable: true,
		get: function() {
			return codegen_1._;
		}
	});
	Object.defineProperty(exports, "str", {
		enumerable: true,
		get: function() {
			return codegen_1.str;
		}
	});
	Object.defineProperty(exports, "stringify", {
		enumerable: true,
		get: function() {
			return codegen_1.stringify;
		}
	});
	Object.defineProperty(exports, "nil", {
		enumerable: true,
		get: function() {
			return codegen_1.nil;
		}
	});
	Object.defineProperty(exports, "Name", {
		enumerable: true,
		get: function() {
			return codegen_1.Name;
		}
	});
	Object.defineProperty(exports, "CodeGen", {
		enumerable: true,
		get: function() {
			return codegen_1.CodeGen;
		}
	});
	var validation_error_1 = require_validation_error();
	Object.defineProperty(exports, "ValidationError", {
		enumerable: true,
		get: function() {
			return validation_error_1.default;
		}
	});
	var ref_error_1 = require_ref_error();
	Object.defineProperty(exports, "MissingRefError", {
		enumerable: true,
		get: function() {
			return ref_error_1.default;
		}
	});
}));

// src/documents/explain-misfit.ts
var import__2020 = require__2020();
/** Keys of a forged file may be megabytes long. */
const LONGEST_KEY = 80;
const TYPES = /* @__PURE__ */ new Map([
	["string", "a text"],
	["integer", "a whole number"],
	["boolean", "true or false"],
	["object", "an object"],
	["array", "a list"]
]);
/** One short sentence: the place, then what is wrong with it; never the value that was found. */
function explainMisfit(error, schema, name) {
	const place = placeOf(error.instancePath, schema);
	return `${place === "" ? name : place} ${faultOf(error)}`;
}
function faultOf({ keyword, params, propertyName }) {
	if (propertyName !== void 0) return `has the key ${quoted(propertyName)}, which cannot be one`;
	switch (keyword) {
		case "additionalProperties": return `has the unknown key ${quoted(params.additionalProperty)}`;
		case "required": return `lacks the key ${quoted(params.missingProperty)}`;
		case "type": return `is not ${[params.type].flat().map(typeInWords).join(" or ")}`;
		case "enum": return `is not one of ${[params.allowedValues].flat().map(String).join(", ")}`;
		case "const": return `is not ${JSON.stringify(params.allowedValue)}`;
		case "pattern": return `is not of the form ${params.pattern}`;
		case "minimum": return `is less than ${params.limit}`;
		case "maximum": return `is more than ${params.limit}`;
		case "maxProperties":
		case "maxItems": return `has more than ${params.limit} entries`;
		case "maxLength": return `is longer than ${params.limit} characters`;
		default: return `breaks the rule "${keyword}" of its schema`;
	}
}
/** What needs no quotes: others could read like the end of a place, and the rest of a sentence. */
const PLAIN_KEY = /^[^\s[\]"';:\p{C}]+$/u;
/** `stories[triage].tags[0]`: a name of the format after a dot, and what is the file's own, index or key, in brackets. */
function placeOf(pointer, root) {
	let [place, schema] = ["", root];
	for (const step of pointer.split("/").slice(1)) {
		const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
		const properties = objectOf(schema.properties);
		const known = Object.hasOwn(properties, key);
		place += known ? `${place === "" ? "" : "."}${key}` : `[${PLAIN_KEY.test(key) ? key.slice(0, LONGEST_KEY) : quoted(key)}]`;
		schema = objectOf(known ? properties[key] : schema.items ?? schema.additionalProperties);
	}
	return place;
}
function typeInWords(type) {
	return TYPES.get(type) ?? type;
}
function quoted(key) {
	return JSON.stringify(key.slice(0, LONGEST_KEY));
}
function objectOf(value) {
	return isObject(value) ? value : {};
}

// src/documents/read-document.ts
/** Without the meta-schemas: a test has seen that ours are valid, and to see it again takes three times as long. */
const OPTIONS = {
	strict: true,
	allowUnionTypes: true,
	validateSchema: false,
	meta: false
};
/**
* Reads a document by its published schema and nothing else: it comes out with the schema's type, or with the first place
* where it is not as the schema says. `name` is what people call the document.
*/
function documentReader(schema, name) {
	let validate;
	return (value) => {
		validate ??= new import__2020.Ajv2020(OPTIONS).compile(schema);
		if (validate(value)) return ok(value);
		const [misfit] = validate.errors ?? [];
		return fail(misfit === void 0 ? `${name} does not follow its schema` : explainMisfit(misfit, schema, name));
	};
}

// src/model/status.ts
/** The closed list of spec section 4; `null` stands where there is nothing to say. */
const REASONS = [
	"new",
	"content_changed",
	"drift",
	"renamed",
	"recreated",
	"forced",
	"detached",
	"manual_sync_only",
	"not_ours",
	"ambiguous_name",
	"missing_prerequisite",
	"change_control",
	"ingress_ambiguous",
	"missing_key",
	"unauthorized",
	"unreachable",
	"unreadable",
	"rejected",
	"verify_failed",
	"plan_stale",
	"superseded",
	"awaiting_approval",
	"awaiting_ring",
	"outside_window",
	"held",
	"pinned",
	"halted",
	"not_reached",
	"internal"
];
/** The vendor's three words. */
const SYNC_STATUSES = [
	"synced",
	"failed",
	"requires_sync"
];

// src/documents/schema-parts.ts
/** An object whose every key must be there, but those named as optional, and no other. */
function exactly(description, properties, optional) {
	return {
		description,
		type: "object",
		additionalProperties: false,
		required: Object.keys(properties),
		properties: {
			...properties,
			...optional
		}
	};
}
function listOf(description, items) {
	return {
		description,
		type: "array",
		items
	};
}
/** The same where there may be nothing to list. */
function listOrNull(description, items) {
	return {
		description,
		type: ["array", "null"],
		items
	};
}
/** An object of any keys, or of those that follow `keys`. A key may be `__proto__`. */
function mapOf(description, values, keys) {
	return {
		description,
		type: "object",
		additionalProperties: values,
		...keys === void 0 ? {} : { propertyNames: keys }
	};
}
/** The same object, or null in its place. */
function orNull(schema) {
	return {
		...schema,
		type: ["object", "null"]
	};
}
function text(description) {
	return {
		description,
		type: "string"
	};
}
function textOrNull(description) {
	return {
		description,
		type: ["string", "null"]
	};
}
/** The pattern meets hostile texts: it may repeat nothing without bound. */
function matching(description, pattern) {
	return {
		description,
		type: "string",
		pattern
	};
}
function flag(description) {
	return {
		description,
		type: "boolean"
	};
}
/** At most so many entries of an object, items of a list, or characters of a text. */
function atMost(most, schema) {
	const { type } = schema;
	const limit = type === "object" ? "maxProperties" : type === "array" ? "maxItems" : "maxLength";
	return {
		...schema,
		[limit]: most
	};
}
/** This value, and no other. */
function only(description, value) {
	return {
		description,
		const: value
	};
}
function oneOf(description, words) {
	return {
		description,
		type: "string",
		enum: words
	};
}
function oneOfOrNull(description, words) {
	return {
		description,
		type: ["string", "null"],
		enum: [...words, null]
	};
}
function amount(description) {
	return {
		description,
		type: "integer",
		minimum: 0
	};
}
/** A number that counts from 1: an id, a line, a counter. */
function positive(description) {
	return {
		description,
		type: "integer",
		minimum: 1
	};
}
/** The same, as far as a number keeps every digit. */
function safePositive(description) {
	return {
		...positive(description),
		maximum: Number.MAX_SAFE_INTEGER
	};
}
function positiveOrNull(description) {
	return {
		description,
		type: ["integer", "null"],
		minimum: 1
	};
}
/** A story or destination key of the manifest. */
function key(description) {
	return matching(description, "^[a-z0-9][a-z0-9_.-]{0,62}$");
}
function digest(description) {
	return matching(description, "^sha256:[0-9a-f]{64}$");
}
function commitOrNull(description) {
	return {
		description,
		type: ["string", "null"],
		pattern: "^[0-9a-f]{7,64}$"
	};
}
const reason$1 = oneOfOrNull("Why, from one closed list; null when there is nothing to say.", REASONS);
function syncStatus(description) {
	return oneOf(description, [
		"synced",
		"failed",
		"requires_sync"
	]);
}
function formatName(format) {
	return only("Name and version of this format.", format);
}
/** The frame of a published schema. */
function schemaDocument(format, title, schema) {
	return {
		$schema: "https://json-schema.org/draft/2020-12/schema",
		$id: format,
		title,
		...schema
	};
}
/** The parts of a hold in a document. */
const HOLD = {
	reason: "Why nothing is pushed.",
	until: "Last day of the hold, as 2027-01-31."
};
/** A hold, and a detachment alike, as the manifest says it. */
function note(description, parts) {
	return exactly(description, {
		reason: text(parts.reason),
		owner: textOrNull("Who answers for it."),
		until: textOrNull(parts.until)
	});
}
/** A pin, as the manifest says it. */
function pin(description) {
	return exactly(description, {
		commit: text("The commit whose stories it asks for: the digits of its hash that the manifest has."),
		reason: text("Why it is pinned."),
		owner: textOrNull("Who answers for it."),
		until: textOrNull("Last day of the pin, as 2027-01-31; it stays until it is taken out."),
		stories: listOrNull("The stories that it is about; null is all that it takes.", key("Key of a story."))
	});
}

// src/model/rollout-record.ts
/** How much is kept. What is older serves nobody, and every run reads all of it. */
const KEPT = {
	stories: 5e3,
	contents: 20,
	rings: 50,
	overrides: 20
};
/**
* What two records know together, in whatever order they are merged: of two times of one passing the earlier is true,
* since somebody saw the ring passed by then. Beyond what is kept, what passed longest ago is forgotten first; but what
* `current` has stays, whatever a clock said when it passed.
*/
function mergeRecords(one, other, current = {}) {
	return {
		passings: kept(merged(one.passings, other.passings, (a, b) => merged(a, b, (rings, more) => merged(rings, more, earlier))), current),
		overrides: newestOverrides([...one.overrides, ...other.overrides])
	};
}
/** Whether both know the same. */
function isSameRecord(one, other) {
	return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other));
}
function merged(one, other, both) {
	const all = new Map(Object.entries(one));
	for (const [key, value] of Object.entries(other)) {
		const there = all.get(key);
		all.set(key, there === void 0 ? value : both(there, value));
	}
	return Object.fromEntries(all);
}
function earlier(one, other) {
	return Date.parse(one) <= Date.parse(other) ? one : other;
}
function kept(passings, current) {
	const ofContent = (rings) => newest(rings, KEPT.rings, Date.parse);
	const ofStory = (contents, key) => newest(mapped(contents, ofContent), KEPT.contents, lastOfContent, own(current, key));
	return newest(mapped(passings, ofStory), KEPT.stories, lastOfStory, current);
}
function lastOfContent(rings) {
	return latest(Object.values(rings).map((at) => Date.parse(at)));
}
function lastOfStory(contents) {
	return latest(Object.values(contents).map(lastOfContent));
}
function latest(times) {
	return times.reduce((last, time) => Math.max(last, time), 0);
}
function newest(entries, most, timeOf, current = {}) {
	const all = Object.entries(entries);
	if (all.length <= most) return entries;
	const first = all.map(([key, value]) => ({
		key,
		value,
		at: Object.hasOwn(current, key) ? Number.POSITIVE_INFINITY : timeOf(value)
	})).toSorted((a, b) => a.at === b.at ? compare(a.key, b.key) : b.at - a.at).slice(0, most);
	return Object.fromEntries(first.map(({ key, value }) => [key, value]));
}
function mapped(entries, change) {
	return Object.fromEntries(Object.entries(entries).map(([key, value]) => [key, change(value, key)]));
}
/** A story may be called `constructor`. */
function own(entries, key) {
	return Object.hasOwn(entries, key) ? entries[key] : void 0;
}
function newestOverrides(overrides) {
	return [...new Map(overrides.map((override) => [overrideId(override), override]))].toSorted(([a, one], [b, other]) => Date.parse(one.at) - Date.parse(other.at) || compare(a, b)).slice(-KEPT.overrides).map(([, override]) => override);
}
/** Two runs may be let pass for one reason, and each counts. */
function overrideId({ at, digest, reason, commit }) {
	return JSON.stringify([
		at,
		digest,
		reason,
		commit
	]);
}
function inOrder({ passings, overrides }) {
	return [Object.entries(passings).flatMap(([story, contents]) => Object.entries(contents).flatMap(([content, rings]) => Object.entries(rings).map(([ring, at]) => [
		story,
		content,
		ring,
		at
	]))).toSorted((a, b) => compare(a.join("\n"), b.join("\n"))), overrides.map(overrideId)];
}
function compare(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}

// src/git/commit/branch-base.ts
/** The last paragraph of a commit of ours: on what it stands, and which files it holds. */
function baseTrailers(base, tree) {
	return `Storysync-Base: ${base}\nStorysync-Tree: ${tree}\n`;
}
/**
* A branch with nothing but one commit of ours is made anew on HEAD, and so is one that was merged. As soon as somebody
* else has a commit on it, ours goes on top: work of people is never dropped.
*/
async function chooseBase(objects, { head, local, remote }) {
	const tip = await newerTip(objects, local, remote);
	if (tip === "diverged") return { kind: "diverged" };
	return {
		kind: "base",
		parent: tip === void 0 || await isOurs(objects, tip) || await isAncestor(objects, tip, head) ? head : tip,
		tip
	};
}
async function newerTip(objects, local, remote) {
	if (local === void 0 || remote === void 0 || local === remote) return remote ?? local;
	if (await isOurs(objects, local) || await isAncestor(objects, local, remote)) return remote;
	return await isOurs(objects, remote) || await isAncestor(objects, remote, local) ? local : "diverged";
}
/** Exactly as we made it: somebody who amends or rebases it changes its files or what it stands on. */
async function isOurs(objects, oid) {
	const { message, parents, tree } = await objects.commit(oid);
	const [parent] = parents;
	return parents.length === 1 && parent !== void 0 && message.endsWith(`\n\n${baseTrailers(parent, tree)}`);
}
/** Clocks of committers differ; beyond this a commit cannot have an older one as its descendant. */
const CLOCK_SKEW_MS = 864e5;
const MOST_COMMITS = 2e4;
/** Whether `of` contains `oid`. Where the history ends (a shallow clone) nobody knows, which counts as no. */
async function isAncestor(objects, oid, of) {
	if (oid === of) return true;
	const earliest = Date.parse((await objects.commit(oid)).time) - CLOCK_SKEW_MS;
	const seen = /* @__PURE__ */ new Set([of]);
	for (const commit of seen) {
		if (commit === oid) return true;
		if (seen.size > MOST_COMMITS) return false;
		const facts = await factsIfHere(objects, commit);
		if (facts === void 0 || Date.parse(facts.time) < earliest) continue;
		for (const parent of facts.parents) seen.add(parent);
	}
	return false;
}
async function factsIfHere(objects, oid) {
	try {
		return await objects.commit(oid);
	} catch (error) {
		if (error instanceof import_isomorphic_git.Errors.NotFoundError) return void 0;
		throw error;
	}
}

// src/git/commit/index-goal.ts
function noteOf({ ref, commit }, draft) {
	return {
		ref,
		commit,
		draft: basename(draft)
	};
}
const DRAFT = /^index\.storysync-[0-9a-fx-]{1,80}\.lock$/;
const COMMIT = /^[0-9a-f]{40}$/;
/**
* Ends what a killed run began: where its commit stands on the branch the index follows, and `git status` says nothing.
* The index was locked since, so what was prepared for it still fits.
*/
async function finishIndex(dirs, { ref = "", commit = "", draft = "" }) {
	if (!DRAFT.test(draft) || !COMMIT.test(commit)) return;
	const path = join(dirs.gitDir, draft);
	if (!await stands(dirs, {
		ref,
		commit
	})) return rm(path, { force: true });
	await rename(path, join(dirs.gitDir, "index")).catch((error) => {
		if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
	});
}
async function stands({ gitDir, commonDir }, { ref, commit }) {
	const head = await readHeadFile(gitDir);
	if (head === void 0 || !("ref" in head) || head.ref !== ref) return false;
	const tip = await readRef(commonDir, head.ref);
	if (tip === void 0 || tip === commit) return tip !== void 0;
	const objects = await ObjectReader.open(commonDir);
	const found = await readingObjects(() => isAncestor(objects, commit, tip));
	return found.ok && found.value;
}

// src/git/commit/dead-locks.ts
/**
* Takes away what a commit of ours that was killed left locked, the index and the branch, and finishes what it began: git
* would refuse to work until somebody does. What is in the way of that is told by the next commit.
*/
async function clearDeadLocks(dirs, branch) {
	try {
		for (const name of [await currentBranch(dirs.gitDir), branch]) if (name !== void 0 && isBranchName(name)) await clearDeadRefLock(dirs.commonDir, `refs/heads/${name}`);
		const finish = (note) => finishIndex(dirs, note);
		await clearDeadLock(join(dirs.gitDir, "index.lock"), {
			sharedWithGit: true,
			finish
		});
	} catch (error) {
		storageFailure(error);
	}
}

// src/git/objects/author.ts
const DEFAULT_AUTHOR = {
	name: "storysync",
	email: "storysync@users.noreply.github.com"
};
/** `STORYSYNC_GIT_AUTHOR="Name <mail>"`, or ourselves. */
function authorFrom(environment) {
	const text = environment.STORYSYNC_GIT_AUTHOR?.trim() ?? "";
	if (text === "") return ok(DEFAULT_AUTHOR);
	const [, name, email] = /^([^<>\p{Cc}]*[^<>\p{Cc}\s])\s*<([^<>\p{Cc}\s]+)>$/u.exec(text) ?? [];
	return name === void 0 || email === void 0 ? fail(noAuthor()) : ok({
		name,
		email
	});
}
function noAuthor() {
	return {
		code: "STA009",
		severity: "warning",
		message: "STORYSYNC_GIT_AUTHOR is not a name followed by an address in angle brackets",
		hint: "write it like this: STORYSYNC_GIT_AUTHOR=\"Ann Example <ann@example.com>\"; until then commits are by storysync"
	};
}

// src/state/commit-message.ts
/** Lines at the end of a message that name where its content comes from, for people and for "git log". */
const TRAILER = /^(Source|Run|Rollout-Override|Rollout-Override-Reason): \S/;
/** A commit message as git wants it: a subject, what more there is to say, and the trailers. */
function commitMessage(subject, body, { source, run, override }) {
	const trailers = [
		...source === void 0 ? [] : [`Source: ${source}`],
		...run === void 0 ? [] : [`Run: ${run}`],
		...override === void 0 ? [] : [`Rollout-Override: ${override.digest}`, `Rollout-Override-Reason: ${override.reason}`]
	];
	return [
		[subject],
		body,
		trailers
	].filter((part) => part.length > 0).map((part) => part.join("\n")).join("\n\n");
}
/** One destination speaks for itself; of several each has its line, and the trailers stand once. */
function joinMessages(messages) {
	const [only = ""] = messages;
	if (messages.length <= 1) return `${only}\n`;
	const lines = messages.map((message) => message.split("\n", 1).join());
	const trailers = new Set(messages.flatMap((message) => message.split("\n").filter((line) => TRAILER.test(line))));
	return `${[
		`State of ${messages.length} destinations`,
		lines.join("\n"),
		[...trailers].join("\n")
	].filter((part) => part !== "").join("\n\n")}\n`;
}

// src/state/history.ts
const HISTORY = {
	longest: 1e3,
	kept: 500
};
/** Where a server keeps us from cutting, it is asked again only after this many commits. */
const ASK_AGAIN = 100;
/**
* The tip of the same branch with only its newest commits, on a root that tells what was cut; undefined while it is
* short enough. `pushed` is where the branch was on the remote before this run.
*/
async function shortenedHistory(tree, tip, pushed, { longest, kept }) {
	if (tip === pushed) return void 0;
	const chain = await lineOf(tree, tip);
	const fresh = Math.max(1, chain.findIndex(({ oid }) => oid === pushed));
	const before = chain.length - fresh;
	const due = before <= longest || Math.floor(before / ASK_AGAIN) !== Math.floor(chain.length / ASK_AGAIN);
	const last = chain[kept];
	if (chain.length <= longest || !due || last === void 0) return void 0;
	let parent = await tree.writeCommit({
		...last.commit,
		parents: [],
		message: describe(chain.length - kept, last)
	});
	for (const { commit } of chain.slice(0, kept).toReversed()) parent = await tree.writeCommit({
		...commit,
		parents: [parent]
	});
	return parent;
}
/** Whether it takes more than so many steps back to get from one commit to another, or to the root where it is none. */
async function isFarther(tree, { from, to, than }) {
	let oid = from;
	for (let steps = 0; steps <= than; steps++) {
		if (oid === void 0 || oid === to) return false;
		oid = (await tree.commit(oid)).parents[0];
	}
	return true;
}
/**
* What stood in each of some files before, by path, newest first: along first parents, as far as the branch carries its
* past along. `places` are folders and files from the top. Blobs that follow each other are told apart by id; none is read.
*/
async function pastBlobs(tree, tip, places, most = HISTORY.longest) {
	const past = /* @__PURE__ */ new Map();
	let after = tip;
	for (let steps = 0; steps < most; steps++) {
		const [commit] = (await tree.commit(after)).parents;
		if (commit === void 0 || !await tree.has(commit)) break;
		for (const place of places) for (const { path, entry } of await tree.before(commit, after, place)) {
			const blobs = past.get(path) ?? [];
			if (blobs.length === 0) past.set(path, blobs);
			blobs.push(entry.oid);
		}
		after = commit;
	}
	return past;
}
/** The commits from the tip back along first parents. */
async function lineOf(tree, tip) {
	const chain = [];
	let oid = tip;
	while (oid !== void 0) {
		const commit = await tree.commit(oid);
		chain.push({
			oid,
			commit
		});
		oid = commit.parents[0];
	}
	return chain;
}
function describe(count, { oid, commit }) {
	return `Older history was cut\n\n${count} commits up to ${(/* @__PURE__ */ new Date(commit.author.timestamp * 1e3)).toISOString().slice(0, 10)}, the last of them ${oid}. The files are as they were then.\n`;
}

// src/state/paths.ts
/** Where things stand on the state branch. A name that is none is a bug. */
const DESTINATIONS = "destinations";
/** The file that holds which rings have passed, and when. */
const ROLLOUT = "rollout.json";
/** The file that holds what scheduled plans have told. */
const TOLD = "told.json";
/** The file that holds a destination's state. */
function statePath(destination) {
	return `${DESTINATIONS}/${checked(destination)}.json`;
}
function destinationOf(file) {
	return /^([a-z0-9][a-z0-9-_.]*)\.json$/.exec(file)?.[1];
}
/** A copy of what was deleted at a destination. */
function prunedPath(destination, file) {
	if (!/^[A-Za-z0-9][\w.-]*$/.test(file)) throw new Error(`Internal error: "${file}" is no file name`);
	return `pruned/${checked(destination)}/${file}`;
}
function checked(name) {
	if (!/^[a-z0-9][a-z0-9-_.]*$/.test(name)) throw new Error(`Internal error: "${name}" is no destination name`);
	return name;
}

// src/state/remote-problems.ts
/** What stands in the way of sharing the state. `remote` is the remote's name; its address may hold a password. */
const CODES = {
	no_access: "STA010",
	refused: "STA011",
	unreachable: "STA013",
	broken: "STA014"
};
const HINTS = {
	no_access: "in GitHub Actions give the job \"permissions: contents: write\"; elsewhere set STORYSYNC_GIT_TOKEN to a token that may push here. Until then state stays in this clone",
	refused: "exempt this branch from the rule; until then state stays in this clone",
	unreachable: "the run goes on with the state of this clone, and the next one that reaches the remote shares it",
	broken: "check the address with \"git remote -v\"; until then state stays in this clone"
};
function remoteProblem(doing, branch, remote, failure) {
	const message = `the state branch "${branch}" cannot be ${doing}: the remote "${printable(remote)}" ${describeRemoteFailure(failure)}`;
	const hint = [remoteHint(failure), HINTS[failure.kind]].filter((text) => text !== void 0).join("; ");
	return {
		code: CODES[failure.kind],
		severity: "warning",
		message,
		hint
	};
}
function unusableRemote(branch, remote, why) {
	const name = printable(remote);
	return {
		code: "STA012",
		severity: "warning",
		message: `the state of this run stays in this clone: the remote "${name}" ${UNUSABLE[why]}`,
		hint: `run "git push ${name} ${branch}" now, and "git fetch ${name} ${branch}:${branch}" before the next run`
	};
}
function outrun(branch, attempts) {
	return {
		code: "STA015",
		severity: "warning",
		message: `the state branch "${branch}" could not be pushed in ${attempts} attempts: other runs were faster each time`,
		hint: "run the same command again: the state is kept in this clone, and goes with the next push"
	};
}

// src/state/sharing.ts
/** The repository has no remote, or it was not to be asked. */
const NOT_SHARED = {
	catchUp: async () => {},
	writing: () => {},
	written: () => {},
	flush: async () => ok(null)
};
/** A remote that we cannot reach: worth a word once something was written that others should have. */
function unshared(branch, remote, why) {
	let wrote = false;
	return {
		catchUp: async () => {},
		writing: () => {},
		written: () => {
			wrote = true;
		},
		flush: async () => wrote ? fail(unusableRemote(branch, remote, why)) : ok(null)
	};
}

// src/git/objects/object-writer.ts
/** Adds objects to git's storage. Nothing refers to them until a ref moves. */
var ObjectWriter = class {
	#gitdir;
	constructor(commonDir) {
		this.#gitdir = commonDir;
	}
	blob(content) {
		return (0, import_isomorphic_git.writeBlob)({
			fs: durableFs,
			gitdir: this.#gitdir,
			blob: content
		});
	}
	/** A folder as git keeps it. */
	folder(content) {
		return (0, import_isomorphic_git.writeObject)({
			fs: durableFs,
			gitdir: this.#gitdir,
			type: "tree",
			format: "content",
			object: content
		});
	}
	/** By its author, at the author's time in UTC. */
	commit({ tree, parents, message, author }) {
		const person = {
			...author,
			timezoneOffset: 0
		};
		const commit = {
			message,
			tree,
			parent: [...parents],
			author: person,
			committer: person
		};
		return (0, import_isomorphic_git.writeCommit)({
			fs: durableFs,
			gitdir: this.#gitdir,
			commit
		});
	}
};

// src/git/read/checkouts.ts
/** Whether a work tree of the repository is on this ref: then it must not move under it. */
async function isCheckedOut(commonDir, ref) {
	const linked = await readdir(join(commonDir, "worktrees")).catch(() => []);
	for (const gitDir of [commonDir, ...linked.map((name) => join(commonDir, "worktrees", name))]) {
		const head = await readHeadFile(gitDir);
		if (head !== void 0 && "ref" in head && head.ref === ref) return true;
	}
	return false;
}

// src/state/state-problems.ts
/** Git and file system failures become problems here; our own mistakes still throw. */
async function guarded(branch, work) {
	try {
		return await work();
	} catch (error) {
		const code = storageFailure(error);
		return fail(code === "NotFoundError" || code === "ENOENT" ? broken(branch, "objects of it are missing here") : broken(branch, systemWords(code, "git or the file system failed"), systemHint(code, LOOK_AT_THE_CLONE)));
	}
}
function noBranchName(branch) {
	return {
		code: "STA008",
		severity: "warning",
		message: `${JSON.stringify(branch)} cannot be the name of a git branch`,
		hint: "use a name such as \"storysync/state\""
	};
}
function noRepository(why) {
	return {
		code: "STA004",
		severity: "warning",
		message: `state cannot be kept in git: ${why}`,
		hint: "run storysync inside a clone of the repository, or with --no-state"
	};
}
function foreignRepository(storage) {
	const hint = "run with --no-state, or keep the manifest in a repository with sha1 names and files for its branches";
	return {
		...noRepository(`the repository uses ${storage}, which storysync does not read`),
		hint
	};
}
function checkedOut(branch) {
	return {
		code: "STA005",
		severity: "warning",
		message: `a work tree of this repository is on "${branch}", the branch that state is kept on`,
		hint: "check out another branch there; until then no recorded state is used or kept"
	};
}
function locked(branch, holder, waitMs) {
	const { why, hint } = describeLocked(`.git/refs/heads/${branch}.lock`, holder, waitMs);
	return {
		code: "STA006",
		severity: "warning",
		message: `the state branch "${branch}" is locked: ${why}`,
		hint
	};
}
const LOOK_AT_THE_CLONE = "check the clone with \"git fsck\", and free space and permissions of the .git folder; a fresh clone starts anew";
function broken(branch, why, hint = LOOK_AT_THE_CLONE) {
	return {
		code: "STA007",
		severity: "warning",
		message: `the state branch "${branch}" cannot be read or written: ${why}`,
		hint
	};
}

// src/state/state-tree.ts
const NO_FOLDER = {
	content: Buffer.alloc(0),
	entries: []
};
/** Folders kept in memory: those that every read and every commit goes through. */
const FOLDERS_KEPT = 32;
/** The state branch's commits as data. Knows nothing of refs: `state-branch.ts` moves them. */
var StateTree = class {
	#reader;
	#writer;
	#folders = /* @__PURE__ */ new Map();
	constructor(reader, writer) {
		this.#reader = reader;
		this.#writer = writer;
	}
	commit(oid) {
		return this.#reader.commit(oid);
	}
	async has(commit) {
		return (await readingObjects(() => this.commit(commit))).ok;
	}
	async read(commit, path) {
		const entry = await this.entry(commit, path);
		if (entry?.type !== "blob") return void 0;
		return (await this.#reader.blob(entry.oid)).toString("utf8");
	}
	async entry(commit, path) {
		const segments = path.split("/");
		let folder = await this.#root(commit) ?? void 0;
		for (const [index, segment] of segments.entries()) {
			const entry = (await this.#folder(folder)).entries.find(({ path: name }) => name === segment);
			if (entry === void 0 || index === segments.length - 1) return entry;
			folder = entry.type === "tree" ? entry.oid : void 0;
		}
	}
	/** A file's text by its id. */
	async text(oid) {
		return (await this.#reader.blob(oid)).toString("utf8");
	}
	/** The files at a path, or below it, that a commit has, and the commit after it has otherwise or not at all. */
	async before(commit, after, path) {
		const [was, is] = [await this.entry(commit, path), await this.entry(after, path)];
		if (was?.type === "blob") return was.oid === is?.oid ? [] : [{
			path,
			entry: was
		}];
		return this.#changedIn(treeOf(is), treeOf(was), `${path}/`);
	}
	/** The names of the files in a folder. */
	async list(commit, folder) {
		const entry = await this.entry(commit, folder);
		return (entry?.type === "tree" ? (await this.#folder(entry.oid)).entries : []).filter(({ type }) => type === "blob").map(({ path }) => path);
	}
	/** The files of `to` that `from` has not, or has otherwise. Equal folders are not looked into. */
	async changed(from, to) {
		return this.#changedIn(from === void 0 ? void 0 : await this.#root(from), await this.#root(to), "");
	}
	async store(path, text) {
		return {
			path,
			entry: fileEntry(path, await this.#writer.blob(Buffer.from(text, "utf8")))
		};
	}
	/** Makes the commit whether or not its files are new. */
	async write({ parent, files, message, author, at }) {
		const tree = await this.#put(parent === void 0 ? void 0 : await this.#root(parent), files, "");
		const timestamp = Math.floor(at.getTime() / 1e3);
		return this.#writer.commit({
			tree,
			parents: parent === void 0 ? [] : [parent],
			message,
			author: {
				...author,
				timestamp
			}
		});
	}
	writeCommit(commit) {
		return this.#writer.commit(commit);
	}
	async #root(commit) {
		return (await this.commit(commit)).tree;
	}
	async #changedIn(from, to, prefix) {
		if (to === void 0 || from === to) return [];
		const before = new Map((await this.#folder(from)).entries.map((entry) => [entry.path, entry]));
		const found = [];
		for (const entry of (await this.#folder(to)).entries) {
			const old = before.get(entry.path);
			if (old?.oid === entry.oid) continue;
			const path = `${prefix}${entry.path}`;
			if (entry.type === "tree") {
				const was = old?.type === "tree" ? old.oid : void 0;
				for (const inner of await this.#changedIn(was, entry.oid, `${path}/`)) found.push(inner);
			} else found.push({
				path,
				entry
			});
		}
		return found;
	}
	/** A folder with files put into it, by paths below `prefix`; only the folders on their way are written. */
	async #put(folder, files, prefix) {
		const { content, entries } = await this.#folder(folder);
		const changed = [];
		for (const [name, group] of Map.groupBy(files, ({ path }) => path.slice(prefix.length).split("/")[0] ?? "")) {
			const own = group.find(({ path }) => path === prefix + name);
			if (own !== void 0) changed.push({
				...own.entry,
				path: name
			});
			else {
				const old = entries.find(({ path }) => path === name);
				const oid = await this.#put(old?.type === "tree" ? old.oid : void 0, group, `${prefix}${name}/`);
				changed.push({
					mode: "040000",
					path: name,
					oid,
					type: "tree"
				});
			}
		}
		return this.#writer.folder(withEntries(content, changed));
	}
	#folder(oid) {
		if (oid === void 0) return Promise.resolve(NO_FOLDER);
		const known = this.#folders.get(oid) ?? this.#readFolder(oid);
		this.#folders.delete(oid);
		this.#folders.set(oid, known);
		const [oldest] = this.#folders.keys();
		if (this.#folders.size > FOLDERS_KEPT && oldest !== void 0) this.#folders.delete(oldest);
		known.catch(() => this.#folders.delete(oid));
		return known;
	}
	async #readFolder(oid) {
		const content = await this.#reader.folder(oid);
		return {
			content,
			entries: parseTree(content)
		};
	}
};
function treeOf(entry) {
	return entry?.type === "tree" ? entry.oid : void 0;
}
function fileEntry(path, oid) {
	return {
		mode: "100644",
		path: path.slice(path.lastIndexOf("/") + 1),
		oid,
		type: "blob"
	};
}

// src/state/write-queue.ts
/**
* Writers of one process queue here, so that they do not race each other for the lock. Whatever arrives while a commit
* is under way goes into the next one together; each writer is answered when its own commit stands.
*/
var WriteQueue = class {
	#commit;
	#waiting = [];
	#busy = false;
	constructor(commit) {
		this.#commit = commit;
	}
	add(change) {
		const { promise, resolve, reject } = Promise.withResolvers();
		this.#waiting = [...this.#waiting, {
			...change,
			resolve,
			reject
		}];
		if (!this.#busy) this.#drain();
		return promise;
	}
	async #drain() {
		this.#busy = true;
		while (this.#waiting.length > 0) {
			const batch = this.#take();
			try {
				const result = await this.#commit(batch.map(({ path, text, message, over }) => ({
					path,
					text,
					message,
					over
				})));
				for (const { resolve } of batch) resolve(result);
			} catch (bug) {
				for (const { reject } of batch) reject(bug);
			}
		}
		this.#busy = false;
	}
	/** All that wait, in order; a second text of one file waits for a commit of its own. */
	#take() {
		const paths = /* @__PURE__ */ new Set();
		const again = this.#waiting.findIndex(({ path }) => paths.size === paths.add(path).size);
		const size = again === -1 ? this.#waiting.length : again;
		const batch = this.#waiting.slice(0, size);
		this.#waiting = this.#waiting.slice(size);
		return batch;
	}
};

// src/state/state-branch.ts
/** Each lost race means that another writer got ahead, so this many in a row means that something else is wrong. */
const MAX_LOST_RACES = 500;
/** Files written side by side: enough to keep the disk busy, far from the limit of open files. */
const SIDE_BY_SIDE = 16;
/** The local branch that state is kept on. Only objects and the branch itself are written. */
var StateBranch = class StateBranch {
	tree;
	name;
	author;
	clock;
	merges;
	#commonDir;
	#lockWaitMs;
	#ref;
	#queue;
	constructor(commonDir, objects, { branch, author, clock, lockWaitMs = 5e3, merges = /* @__PURE__ */ new Map() }) {
		this.tree = new StateTree(objects, new ObjectWriter(commonDir));
		this.name = branch;
		this.author = author;
		this.clock = clock;
		this.merges = merges;
		this.#commonDir = commonDir;
		this.#lockWaitMs = lockWaitMs;
		this.#ref = `refs/heads/${branch}`;
		this.#queue = new WriteQueue((changes) => guarded(branch, () => this.#commit(changes)));
	}
	static async open(commonDir, options) {
		return new StateBranch(commonDir, await ObjectReader.open(commonDir), options);
	}
	tip() {
		return readRef(this.#commonDir, this.#ref);
	}
	/** Stands in a commit on the branch when it answers. */
	write(change) {
		return this.#queue.add(change);
	}
	/** Moves the branch from one commit to another; `moved` when it was not at `from` any more. */
	async move(from, to) {
		const conflict = await this.findCheckout();
		if (conflict !== void 0) return fail(conflict);
		const move = await moveRef(this.#commonDir, this.#ref, {
			from,
			to
		}, this.#lockWaitMs);
		return typeof move === "object" ? fail(locked(this.name, move.lockedBy, this.#lockWaitMs)) : ok(move);
	}
	/** So that git can fetch and push the branch, also when this run writes nothing. */
	clearDeadLock() {
		return clearDeadRefLock(this.#commonDir, this.#ref);
	}
	/** A branch that a work tree is on must not move under it. */
	async findCheckout() {
		return await isCheckedOut(this.#commonDir, this.#ref) ? checkedOut(this.name) : void 0;
	}
	/** Tries a move until no other writer is faster; `next` says where to, from where the branch is. */
	async moveOn(next) {
		for (let lost = 0; lost < MAX_LOST_RACES; lost++) {
			const from = await this.tip();
			const to = await next(from);
			if (to === void 0 || to === from) return ok(null);
			const moved = await this.move(from, to);
			if (!moved.ok) return moved;
			if (moved.value === "done") return ok(null);
			await setTimeout(Math.random() * Math.min(5 * (lost + 1), 100));
		}
		return fail(broken(this.name, "other processes kept moving it"));
	}
	#commit(changes) {
		const at = this.clock.now();
		return this.moveOn(async (parent) => {
			const limit = pLimit(SIDE_BY_SIDE);
			const fresh = (await limit.map(changes, (change) => this.#ifNew(parent, change))).filter((change) => change !== void 0);
			if (fresh.length === 0) return void 0;
			const files = await limit.map(fresh, ({ path, text }) => this.tree.store(path, text));
			const message = joinMessages(fresh.map((change) => change.message));
			return this.tree.write({
				parent,
				files,
				message,
				author: this.author,
				at
			});
		});
	}
	/** Another process may have written the file since this one read it. */
	async #merged({ path, text, over }, there) {
		const merge = this.merges.get(path);
		if (merge === void 0 || there === over || there === blobId(text)) return text;
		return merge({
			base: void 0,
			ours: text,
			theirs: await this.tree.text(there)
		});
	}
	async #ifNew(parent, change) {
		if (parent === void 0) return change;
		const there = await this.tree.entry(parent, change.path);
		const text = there?.type === "blob" ? await this.#merged(change, there.oid) : change.text;
		return there?.oid === blobId(text) ? void 0 : {
			...change,
			text
		};
	}
};

// src/state/git-store.ts
/** State on a local branch. Only objects and the branch itself are written: never work tree, index or HEAD. */
async function openGitStateStore(options) {
	const opened = await openStateBranch(options);
	return opened.ok ? ok(new GitStateStore(opened.value.branch)) : opened;
}
/** The local branch, once it is known that state can be kept on it. */
async function openStateBranch(options) {
	if (!isBranchName(options.branch)) return fail(noBranchName(options.branch));
	const dirs = await findGitDirs(options.dir);
	if (dirs === void 0) return fail(noRepository("this folder is not inside a git work tree"));
	const branch = await StateBranch.open(dirs.commonDir, options);
	return guarded(options.branch, async () => {
		const foreign = await foreignStorage(dirs.commonDir);
		if (foreign !== void 0) return fail(foreignRepository(foreign));
		await branch.clearDeadLock();
		const checkedOut = await branch.findCheckout();
		return checkedOut === void 0 ? ok({
			branch,
			dirs
		}) : fail(checkedOut);
	});
}
var GitStateStore = class {
	#branch;
	#sharing;
	#past;
	constructor(branch, sharing = NOT_SHARED) {
		this.#branch = branch;
		this.#sharing = sharing;
	}
	read(name) {
		return this.#read(statePath(name));
	}
	past(name) {
		return this.#pastOf(statePath(name));
	}
	async write(name, text, message) {
		return this.#write({
			path: statePath(name),
			text,
			message
		});
	}
	ofFleet(path) {
		return {
			read: () => this.#read(path),
			past: () => this.#pastOf(path),
			write: (text, message, over) => this.#write({
				path,
				text,
				message,
				over
			})
		};
	}
	async keep(destination, file, text, message) {
		return this.#write({
			path: prunedPath(destination, file),
			text,
			message
		});
	}
	names() {
		return guarded(this.#branch.name, async () => {
			const commit = await this.#branch.tip();
			const names = (commit === void 0 ? [] : await this.#branch.tree.list(commit, DESTINATIONS)).map(destinationOf).filter((name) => name !== void 0);
			return ok(names.toSorted());
		});
	}
	async writtenAt() {
		const time = await guarded(this.#branch.name, async () => {
			const commit = await this.#branch.tip();
			return ok(commit === void 0 ? void 0 : (await this.#branch.tree.commit(commit)).author.timestamp);
		});
		return time.ok && time.value !== void 0 ? (/* @__PURE__ */ new Date(time.value * 1e3)).toISOString() : void 0;
	}
	catchUp() {
		return this.#sharing.catchUp();
	}
	flush() {
		return this.#sharing.flush();
	}
	#read(path) {
		return guarded(this.#branch.name, async () => {
			const commit = await this.#branch.tip();
			return ok(commit === void 0 ? void 0 : await this.#branch.tree.read(commit, path));
		});
	}
	#pastOf(path) {
		return guarded(this.#branch.name, async () => {
			const blobs = (await this.#pastBlobs()).get(path) ?? [];
			return ok(blobs.map((id) => ({
				id,
				read: () => this.#text(id)
			})));
		});
	}
	/** Looked up once for all files, and only when somebody asks. */
	#pastBlobs() {
		this.#past ??= this.#branch.tip().then((tip) => tip === void 0 ? /* @__PURE__ */ new Map() : pastBlobs(this.#branch.tree, tip, [
			DESTINATIONS,
			ROLLOUT,
			TOLD
		]));
		return this.#past;
	}
	#text(id) {
		return guarded(this.#branch.name, async () => ok(await this.#branch.tree.text(id)));
	}
	async #write(change) {
		this.#sharing.writing(change);
		const written = await this.#branch.write(change);
		if (written.ok) this.#sharing.written();
		return written;
	}
};

// src/state/memory-store.ts
/** State that ends with the process: for `--no-state`, and for tests. */
function createMemoryStateStore(clock) {
	const stored = /* @__PURE__ */ new Map();
	const ofFleet = /* @__PURE__ */ new Map();
	const kept = /* @__PURE__ */ new Map();
	let writtenAt;
	const put = (map, key, text) => {
		if (map.get(key) !== text) writtenAt = clock.now().toISOString();
		map.set(key, text);
		return ok(null);
	};
	return {
		read: async (name) => ok(stored.get(name)),
		past: async () => ok([]),
		write: async (name, text) => {
			statePath(name);
			return put(stored, name, text);
		},
		ofFleet: (file) => ({
			read: async () => ok(ofFleet.get(file)),
			past: async () => ok([]),
			write: async (text) => put(ofFleet, file, text)
		}),
		names: async () => ok([...stored.keys()].toSorted()),
		keep: async (destination, file, text) => put(kept, prunedPath(destination, file), text),
		writtenAt: async () => writtenAt,
		catchUp: async () => {},
		flush: async () => ok(null)
	};
}

// src/documents/rollout/rollout-schema.ts
const ROLLOUT_FORMAT = "storysync.rollout/1";
const time = (description) => matching(description, "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$");
const rings = atMost(KEPT.rings, mapOf("When each ring passed for the content, by name of the ring.", time("ISO 8601 time. Written once; of two the earlier counts."), key("Name of the ring in the manifest.")));
const contents = atMost(KEPT.contents, mapOf("Contents of the story that passed a ring, by hash; the newest of them are kept.", rings, digest("A hash.")));
const override = exactly("A run that a person let pass over the rollout.", {
	digest: digest("Of the plan that was seen before."),
	reason: atMost(300, text("Why, on one line.")),
	at: time("When, ISO 8601."),
	commit: commitOrNull("Commit that was synced; null when the work tree was not clean.")
});
/** `storysync.rollout/1`, published as schemas/rollout.schema.json. What reads the file is this schema. */
const rolloutRecordSchema = schemaDocument(ROLLOUT_FORMAT, "storysync rollout", exactly("How far changes have come: rollout.json on the state branch. Only storysync writes it. Delete it and each ring passes anew, by what is recorded of its destinations.", {
	format: formatName(ROLLOUT_FORMAT),
	passings: atMost(KEPT.stories, mapOf("What passed which ring, by story key.", contents, key("Key of the story in the manifest."))),
	overrides: atMost(KEPT.overrides, listOf("The last overrides, oldest first.", override)),
	counter: safePositive("Grows with each version of the file, so that a signed older one does not pass for the newest."),
	digest: digest("Covers all but the signature: tells a change by hand.")
}, { signature: text("By whom the file was made: an HMAC-SHA256 under the state key. Absent without a key.") }));

// src/documents/rollout/rollout-json.ts
/** What is recorded of rollouts, `storysync.rollout/1`, before the envelope is put around it. */
function rolloutToJson({ passings, overrides }) {
	return {
		format: ROLLOUT_FORMAT,
		passings,
		overrides: overrides.map(({ digest, reason, at, commit }) => ({
			digest,
			reason,
			at,
			commit
		}))
	};
}
const readRecord = documentReader(rolloutRecordSchema, "the file");
/** The record in a whole file, envelope and all, or the first place where the file is not as we write it. */
function rolloutFromJson(file) {
	const read = readRecord(file);
	if (!read.ok) return read;
	const { passings, overrides } = read.value;
	return [...Object.values(passings).flatMap((contents) => Object.values(contents).flatMap((rings) => Object.values(rings))), ...overrides.map(({ at }) => at)].every(isTime) ? ok({
		passings,
		overrides
	}) : fail("it tells a time that there is not");
}
function isTime(text) {
	const time = Date.parse(text);
	return !Number.isNaN(time) && new Date(time).toISOString() === text;
}

// src/state/envelope.ts
/** A file of the state branch as text: content, counter and digest, signed where there is a key. */
function sealed(content, { path, counter, seal }) {
	const counted = {
		...content,
		counter
	};
	const whole = {
		...counted,
		digest: contentHash(counted)
	};
	return canonicalJson(seal ? {
		...whole,
		signature: seal.keys.sign(covered(whole, path, seal))
	} : whole);
}
/** Takes the envelope off. A signature counts on the very bytes alone: the same file in another layout would pass for a newer one. */
function openEnvelope(file, text, { path, seal }) {
	const { signature, ...whole } = file;
	const { digest, ...counted } = whole;
	const { counter, ...content } = counted;
	const valid = typeof counter === "number" && Number.isSafeInteger(counter) && counter > 0;
	return {
		content,
		counter: valid ? counter : 0,
		whole: valid && digest === contentHash(counted),
		mark: seal ? valid && isSigned(file, text, path, seal) ? "signed" : "doubtful" : signature === void 0 ? "unsigned" : "unchecked"
	};
}
/** Whether a text that cannot be read as a file of ours was one that somebody signed. */
function bearsSignature(text) {
	return text.includes("\"signature\": \"hmac-");
}
function isSigned(file, text, path, seal) {
	const { signature, ...whole } = file;
	if (typeof signature !== "string") return false;
	return seal.keys.isSigned(covered(whole, path, seal), signature) && canonicalJson(file) === text;
}
function covered(file, path, { repository }) {
	return {
		purpose: "storysync state",
		repository,
		path,
		file
	};
}

// src/state/replay.ts
/**
* Whether a signed file is not the newest that was signed: somebody put an older one in its place, once or several
* times. `past` is what stood there before, newest first.
*
* Reading all of it would cost minutes for a thousand destinations. Where nobody meddled, each version counts one more
* than the one before: so the oldest signed one tells how far the counter must have come. Only where it has not come
* that far, or the same text stood there before, each version is read.
*/
async function isReplayed(id, counter, past) {
	const older = distinct(past);
	if (!past.some((text) => text.id === id)) {
		const first = await oldestSigned(older);
		if (first === void 0 || counter - first.counter > first.index) return false;
	}
	return await highestCounter(older) > counter;
}
/** The highest counter that was ever signed here; 0 when none was. */
async function highestCounter(past) {
	let highest = 0;
	for (const text of distinct(past)) highest = Math.max(highest, await text.counter() ?? 0);
	return highest;
}
function distinct(past) {
	return [...new Map(past.map((text) => [text.id, text])).values()];
}
/** Before the first signed version nothing was signed: where it is, is found by halving. */
async function oldestSigned(older) {
	const at = async (index) => {
		const counter = await older[index]?.counter();
		return counter === void 0 ? void 0 : {
			index,
			counter
		};
	};
	let [found, low, high] = [
		await at(older.length - 1),
		0,
		older.length - 1
	];
	if (found) return found;
	while (low < high) {
		const middle = Math.floor((low + high) / 2);
		const signed = await at(middle);
		if (signed) [found, low] = [signed, middle + 1];
		else high = middle;
	}
	return found;
}

// src/state/signed-file.ts
/**
* One file of the state branch, and whether it is to be believed: the one place that knows of signatures and counters.
* With a key what is read is proven or not used; without one it is a hint.
*/
var SignedFile = class {
	#stored;
	#format;
	#seal;
	#known;
	/** The id of the text as it was read last. */
	#read;
	/** A run that reads the file again finds no older one than it has seen. */
	#highestSeen = 0;
	constructor(stored, format, seal) {
		this.#stored = stored;
		this.#format = format;
		this.#seal = seal;
	}
	/** `parse` may ask for more than the format does. */
	async read(parse = this.#format.parse) {
		const text = await this.#stored.read();
		if (!text.ok) return {
			kind: "unreadable",
			problem: text.error
		};
		const id = text.value === void 0 ? void 0 : blobId(text.value);
		this.#read = { id };
		if (text.value === void 0 || id === void 0) return { kind: "none" };
		const file = parse(text.value);
		if (!file.ok) {
			const mark = this.#seal ? "doubtful" : bearsSignature(text.value) ? "unchecked" : "unsigned";
			this.#known = {
				mark,
				counter: 0,
				believed: false
			};
			return {
				kind: "unreadable",
				problem: file.error
			};
		}
		const examined = await this.#examine(id, file.value);
		const { mark, counter } = file.value;
		this.#known = {
			mark,
			counter,
			believed: examined.kind === "content"
		};
		return examined;
	}
	/** Whether another text stands there than when it was read. */
	async hasMoved() {
		const text = await this.#stored.read();
		if (!text.ok || this.#read === void 0) return false;
		return this.#read.id !== (text.value === void 0 ? void 0 : blobId(text.value));
	}
	async #examine(id, { content, counter, mark }) {
		if (mark === "doubtful") return { kind: "doubtful" };
		if (mark !== "signed") return {
			kind: "content",
			content,
			proven: false
		};
		const past = await this.#past();
		if (!past.ok) return {
			kind: "unreadable",
			problem: past.error
		};
		const replayed = counter < this.#highestSeen || await isReplayed(id, counter, past.value);
		this.#highestSeen = Math.max(this.#highestSeen, counter);
		return replayed ? { kind: "replayed" } : {
			kind: "content",
			content,
			proven: true
		};
	}
	/**
	* Writes what changed, with a counter that has grown; `left` where a signed file would lose its signature. The present
	* text under another of our keys is signed anew: so a key that goes is soon needed no more.
	*/
	async write(content, message) {
		const known = this.#known;
		if (known?.mark === "unchecked") return ok("left");
		const done = ok(this.#seal ? "signed" : "unsigned");
		const unchanged = known?.believed && this.#format.serialise(content, known.counter);
		if (unchanged && blobId(unchanged) === this.#read?.id) return done;
		const highest = await this.#highest(known);
		if (!highest.ok) return highest;
		const text = this.#format.serialise(content, highest.value + 1);
		const written = await this.#stored.write(text, message, this.#read?.id);
		return written.ok ? done : written;
	}
	/** After which counter the next one follows: without a believed file, the highest that the branch tells of. */
	async #highest(known) {
		if (known?.believed || !this.#seal) return ok(known?.counter ?? 0);
		const past = await this.#past();
		if (!past.ok) return past;
		const own = known?.mark === "signed" ? known.counter : 0;
		return ok(Math.max(own, this.#highestSeen, await highestCounter(past.value)));
	}
	async #past() {
		const past = await this.#stored.past();
		if (!past.ok) return fail(past.error);
		return ok(past.value.map(({ id, read }) => ({
			id,
			counter: async () => {
				const text = await read();
				const file = text.ok ? this.#format.parse(text.value) : text;
				return file.ok && file.value.mark === "signed" ? file.value.counter : void 0;
			}
		})));
	}
};

// src/state/rollout-file.ts
/** Far more than we ever write: a file that others made is not to fill the memory. */
const LONGEST_TEXT$1 = 67108864;
/** The file that says which rings have passed. */
function rolloutFile(store, seal) {
	return new SignedFile(store.ofFleet(ROLLOUT), {
		parse: (text) => parseRollout(text, seal),
		serialise: (record, counter) => serialiseRollout(record, counter, seal)
	}, seal);
}
/** The record as canonical text; equal records of one counter give equal bytes. */
function serialiseRollout(record, counter, seal) {
	return sealed(rolloutToJson(record), {
		path: ROLLOUT,
		counter,
		seal
	});
}
/** Strict: what is not exactly ours is refused, and every ring passes anew. */
function parseRollout(text, seal) {
	if (text.length > LONGEST_TEXT$1) return fail(unusable$2("it is larger than storysync writes it"));
	const parsed = parseJson(text);
	if (!parsed.ok) return fail(unusable$2(parsed.error.reason === "syntax" ? "it is not JSON" : parsed.error.message));
	if (!isObject(parsed.value)) return fail(unusable$2("it is not a JSON object"));
	if (parsed.value.format !== "storysync.rollout/1") return fail(unusable$2(`its format is not "${ROLLOUT_FORMAT}"`));
	const { whole, counter, mark } = openEnvelope(parsed.value, text, {
		path: ROLLOUT,
		seal
	});
	const read = rolloutFromJson(parsed.value);
	if (!whole) return fail(unusable$2("it was changed by hand, or damaged"));
	return read.ok ? ok({
		content: read.value,
		counter,
		mark
	}) : fail(unusable$2(read.error));
}
/**
* Two runs may record at one moment: what they know together is written, signed, and counts above what stands there. What is not
* believed adds nothing, and without the key nothing takes the place of a signed file.
*/
function mergingRollouts(seal) {
	const open = (text) => {
		const file = text === void 0 ? void 0 : parseRollout(text, seal);
		return file?.ok ? file.value : void 0;
	};
	const due = seal ? "signed" : "unsigned";
	return ({ base, ours, theirs }) => {
		const [was, mine, other] = [
			open(base),
			open(ours),
			open(theirs)
		];
		if (mine?.mark !== due || !seal && other?.mark === "unchecked") return theirs;
		const putBack = seal && was?.mark === due && other !== void 0 && other.counter <= was.counter;
		if (other?.mark !== due || putBack) return ours;
		const record = mergeRecords(mine.content, other.content);
		return other.counter >= mine.counter && isSameRecord(record, other.content) ? theirs : serialiseRollout(record, Math.max(mine.counter, other.counter + 1), seal);
	};
}
function unusable$2(why) {
	return {
		code: "STA001",
		severity: "warning",
		message: `the recorded progress of the rollout (${ROLLOUT}) is not used: ${why}`,
		hint: "nothing needs to be done: rings pass anew by what is recorded of their destinations, which may cost soak time, and the next sync writes the file anew"
	};
}

// src/state/merge.ts
/**
* The local files that are to go on top of the remote's: those that changed here since `base`. Where the remote changed
* the same file it wins, because what lies here was left by an earlier run; only what is `fresh`, written by this very
* run, is newer. A file that can be merged is. Trees are compared, not histories, so that a branch whose history was cut
* is followed like any other.
*/
async function filesToCarryOver(tree, { base, local, remote }, merges, isFresh) {
	const carried = [];
	for (const file of await tree.changed(base, local)) {
		const there = await tree.entry(remote, file.path);
		if (there?.oid === file.entry.oid) continue;
		const before = base === void 0 ? void 0 : await tree.entry(base, file.path);
		const merge = merges.get(file.path);
		if (there?.oid === before?.oid) carried.push(file);
		else if (merge && there?.type === "blob" && file.entry.type === "blob") {
			const theirs = await tree.text(there.oid);
			const text = merge({
				base: before?.type === "blob" ? await tree.text(before.oid) : void 0,
				theirs,
				ours: await tree.text(file.entry.oid)
			});
			if (text !== theirs) carried.push(await tree.store(file.path, text));
		} else if (merge || isFresh(file)) carried.push(file);
	}
	return carried;
}

// src/state/shared-branch.ts
/** During a run what was written is pushed now and then, so that a job that is killed loses little. */
const PUSH_EVERY_MS = 1e4;
/** Twenty writers at once need a handful of attempts each; this many mean that something else is wrong. */
const MAX_ATTEMPTS = 40;
const MAX_MS = 18e4;
const BACKOFF_MS = {
	first: 50,
	most: 2e3
};
const MAX_UNREACHED = 3;
const LOCK_WAIT_MS = 2e3;
/** More new commits than this go as one: a thousand destinations would use up the whole history in a single run. */
const COMMITS_A_PUSH = 20;
/**
* The local branch and the same branch on the remote. Pushes are compare-and-swap: whoever comes second puts his files
* on top of what the first has pushed, in a linear history, so that nobody's file is lost.
*/
var SharedBranch = class {
	#branch;
	#remote;
	#options;
	#baseRef;
	/** What this run wrote and has not pushed yet, by path. */
	#fresh = /* @__PURE__ */ new Map();
	#wrote = false;
	/** Where the remote's branch was when we last saw it. */
	#seen;
	/** Where it was before this run. */
	#first;
	/** The remote turned us away: asking again would get the same answer. */
	#turnedAway;
	#background = Promise.resolve();
	#pushing = false;
	#lastPush;
	constructor(branch, remote, options) {
		this.#branch = branch;
		this.#remote = remote;
		this.#options = options;
		this.#baseRef = `refs/storysync/base/${remote.name}/${branch.name}`;
		this.#lastPush = branch.clock.elapsed();
	}
	/** Brings what others have written. */
	async open() {
		const pulled = await this.#safely(() => this.#pull());
		this.#first = this.#seen?.tip;
		return pulled.ok ? pulled : fail(this.#note(pulled.error));
	}
	async catchUp() {
		if (this.#turnedAway !== void 0) return;
		await this.#background;
		this.#pushing = true;
		await this.#safely(() => this.#pull()).finally(() => {
			this.#pushing = false;
		});
	}
	writing({ path, text, message }) {
		this.#fresh.set(path, {
			oid: blobId(text),
			message
		});
	}
	written() {
		this.#wrote = true;
		if (!(this.#branch.clock.elapsed() - this.#lastPush >= PUSH_EVERY_MS) || this.#pushing || this.#seen === void 0 || this.#turnedAway !== void 0) return;
		this.#pushing = true;
		const pushed = this.#push(MAX_UNREACHED).finally(() => {
			this.#pushing = false;
		});
		this.#background = pushed.then(() => {});
		this.#background.catch(() => {});
	}
	async flush() {
		await this.#background;
		if (!this.#wrote) return ok(null);
		if (this.#turnedAway !== void 0) return fail(this.#turnedAway);
		const pushed = await this.#push(this.#seen === void 0 ? 1 : MAX_UNREACHED);
		if (pushed.ok) await this.#safely(async () => ok(await this.#shorten()));
		return pushed;
	}
	async #push(unreachedAllowed) {
		const start = this.#branch.clock.elapsed();
		let [attempts, unreached] = [0, 0];
		while (attempts < MAX_ATTEMPTS && this.#branch.clock.elapsed() - start < MAX_MS) {
			if (attempts > 0) await this.#branch.clock.sleep(this.#pause(attempts));
			attempts++;
			const again = attempts > 1;
			const round = await this.#safely(() => this.#round(again));
			if (round.ok && round.value === "done") return ok(null);
			if (round.ok) continue;
			if (round.error.kind !== "unreachable" || ++unreached >= unreachedAllowed) return fail(this.#note(round.error));
		}
		return fail(outrun(this.#branch.name, attempts));
	}
	/** One push of what the local branch holds. `again`: somebody was faster. */
	async #round(again) {
		if (this.#seen === void 0) {
			const pulled = await this.#pull({ rebuild: again });
			if (!pulled.ok) return pulled;
		}
		const expected = this.#seen?.tip;
		const gathered = await this.#branch.moveOn((tip) => this.#gather(tip, expected));
		if (!gathered.ok) return fail({
			problem: gathered.error,
			kind: "local"
		});
		const local = await this.#branch.tip();
		if (local === void 0 || local === expected) return ok("done");
		this.#seen = void 0;
		const pushed = await this.#remote.push(local, this.#branch.name, expected);
		if (!pushed.ok) return fail(this.#trouble("pushed", pushed.error));
		if (pushed.value === "moved") return ok("again");
		this.#seen = { tip: local };
		this.#lastPush = this.#branch.clock.elapsed();
		await this.#rememberBase(local);
		await this.#forgetPushed(local);
		return ok("done");
	}
	/** Fetches, and puts the local branch on top of what is there. */
	async #pull({ rebuild = false } = {}) {
		const base = await readRef(this.#options.commonDir, this.#baseRef);
		const fetched = await this.#remote.fetch(this.#branch.name);
		if (!fetched.ok) return fail(this.#trouble("fetched", fetched.error));
		const tip = fetched.value;
		if (tip !== void 0) {
			const joined = await this.#branch.moveOn((local) => this.#join({
				base,
				local,
				remote: tip,
				rebuild
			}));
			if (!joined.ok) return fail({
				problem: joined.error,
				kind: "local"
			});
			await this.#rememberBase(tip);
		}
		this.#seen = { tip };
		return ok(null);
	}
	async #join({ base, local, remote, rebuild }) {
		if (local === void 0 || local === remote) return remote;
		if (base === remote && !rebuild) return local;
		const { tree, merges } = this.#branch;
		const files = await filesToCarryOver(tree, {
			base,
			local,
			remote
		}, merges, ({ path, entry }) => {
			return this.#fresh.get(path)?.oid === entry.oid;
		});
		return files.length === 0 ? remote : this.#commit(remote, files);
	}
	/** What the local branch has more than the remote, as one commit where it is many. */
	async #gather(local, there) {
		const { tree } = this.#branch;
		if (local === void 0 || !await isFarther(tree, {
			from: local,
			to: there,
			than: COMMITS_A_PUSH
		})) return local;
		return this.#commit(there, await tree.changed(there, local));
	}
	#commit(parent, files) {
		const { tree, author, clock } = this.#branch;
		const message = joinMessages(files.map((file) => this.#describe(file)));
		return tree.write({
			parent,
			files,
			message,
			author,
			at: clock.now()
		});
	}
	#describe({ path }) {
		const name = path.replace(/^destinations\/(.*)\.json$/, "$1");
		return this.#fresh.get(path)?.message ?? `${name}: recorded by an earlier run`;
	}
	/** Cuts what is too old. It is a courtesy: a server that refuses keeps the long history. */
	async #shorten() {
		const tip = this.#seen?.tip;
		if (tip === void 0) return;
		const { tree, name } = this.#branch;
		const cut = await shortenedHistory(tree, tip, this.#first, this.#options.history ?? HISTORY);
		if (cut === void 0) return;
		const pushed = await this.#remote.push(cut, name, tip, { force: true });
		if (pushed.ok && pushed.value === "done") await this.#pull();
	}
	async #forgetPushed(commit) {
		for (const [path, { oid }] of this.#fresh) if ((await this.#branch.tree.entry(commit, path))?.oid === oid) this.#fresh.delete(path);
	}
	/** Always after the local branch has moved, so that the branch never lacks what the base says it has. */
	async #rememberBase(to) {
		const { commonDir } = this.#options;
		const from = await readRef(commonDir, this.#baseRef);
		if (from === to) await clearDeadRefLock(commonDir, this.#baseRef);
		else await moveRef(commonDir, this.#baseRef, {
			from,
			to
		}, LOCK_WAIT_MS);
	}
	/** Git and file system failures, wherever they come up, are trouble and never the end of the run. */
	async #safely(work) {
		const done = await guarded(this.#branch.name, async () => ok(await work()));
		return done.ok ? done.value : fail({
			problem: done.error,
			kind: "local"
		});
	}
	#pause(attempt) {
		const { random = Math.random } = this.#options;
		return random() * Math.min(BACKOFF_MS.most, BACKOFF_MS.first * 2 ** attempt);
	}
	#trouble(doing, failure) {
		return {
			problem: remoteProblem(doing, this.#branch.name, this.#remote.name, failure),
			kind: failure.kind
		};
	}
	#note({ problem, kind }) {
		if (kind === "no_access" || kind === "refused" || kind === "broken") this.#turnedAway = problem;
		return problem;
	}
};

// src/state/shared-store.ts
/** State on a local branch, shared through the repository's remote where it has one. */
async function openSharedStateStore(options) {
	const opened = await openStateBranch(options);
	if (!opened.ok) return opened;
	const { branch, dirs } = opened.value;
	const found = await openRemote(dirs, { environment: options.environment });
	if (found.kind === "none") return ok({
		store: new GitStateStore(branch),
		problems: []
	});
	if (found.kind === "unusable") {
		const sharing = unshared(options.branch, found.name, found.why);
		return ok({
			store: new GitStateStore(branch, sharing),
			problems: []
		});
	}
	const sharing = new SharedBranch(branch, found.remote, {
		...options,
		commonDir: dirs.commonDir
	});
	const fetched = await sharing.open();
	return ok({
		store: new GitStateStore(branch, sharing),
		problems: fetched.ok ? [] : [fetched.error]
	});
}

// src/state/alike-states.ts
/** Versions of one story that a fleet has at a time: what was pushed last, what some still have, and edits here and there. */
const MOST$1 = 8;
/**
* What was read back of a story is the same at every destination that nobody edited, and the largest part of a record.
* Kept once for all of them, a fleet's records take a fraction of the memory.
*/
var AlikeStates = class {
	#known = /* @__PURE__ */ new Map();
	/** The same content, on the parts that were seen before. */
	share(content) {
		const stories = Object.entries(content.stories).map(([key, story]) => [key, {
			...story,
			observed: this.#observed(key, story.observed)
		}]);
		return {
			...content,
			stories: Object.fromEntries(stories)
		};
	}
	#observed(key, observed) {
		const known = this.#known.get(key) ?? [];
		const alike = known.find((each) => isAlike(each, observed));
		if (alike !== void 0) return alike;
		this.#known.set(key, [observed, ...known].slice(0, MOST$1));
		return observed;
	}
};
function isAlike(one, other) {
	const names = Object.keys(one);
	if (names.length !== Object.keys(other).length) return false;
	return names.every((name) => Object.hasOwn(other, name) && one[name] === other[name]);
}

// src/documents/state/state-schema.ts
const STATE_FORMAT = "storysync.state/2";
const reason = oneOfOrNull("Why it has this status; null when it is simply in sync.", REASONS);
const story = exactly("A story that was pushed, as it was read back.", {
	destination_story_id: safePositive("Its id at the destination."),
	name: text("Its name there."),
	stamp: text("How the tenant stored our lineage stamp."),
	pushed: text("Hash of the story as it stood in git when it was pushed."),
	equal: listOf("Hashes of the contents that it was read back equal to, oldest first.", text("A hash.")),
	observed: mapOf("Fingerprint of each part that was read back after the push.", text("A fingerprint.")),
	edited_at: text("The tenant's stamp of the last edit, read after our last write."),
	actions: mapOf("Guid in git to guid at the destination, for webhooks and pages.", text("A guid.")),
	tags: listOf("Tags that we set; only these are taken away again.", text("A tag.")),
	status: syncStatus("What the last push came to."),
	reason,
	error_message: textOrNull("Why it failed; null when it did not."),
	synced_at: text("Time of the last push, ISO 8601.")
}, {
	lineage: text("The stamp that we sent."),
	since: text("When it was first read back equal to what was pushed, ISO 8601; absent when it was not equal."),
	edited_at_trusted: only("The stamp was old already when it was read: while it stands, nothing was edited.", true),
	commit: text("Commit that was pushed, when the work tree was clean.")
});
const lastStatus = exactly("What the last run said of a story. It stays as it is while every run says the same.", {
	status: syncStatus("One of the vendor's three words."),
	reason,
	message: textOrNull("What happened."),
	at: text("Since when it is so, ISO 8601."),
	content: text("Hash of the story in git that it was said of.")
}, {
	hint: text("What the reader could do about it."),
	commit: text("Commit of the run that found it so, when the work tree was clean."),
	detached_there: only("The destination took the story out of sync itself, with the tag.", true),
	failing: only("It waits for something else by now, but failed before and was not in sync since.", true)
});
const field = exactly("A field of a record type.", {
	name: text("Its name."),
	result_type: text("Its type, in the vendor's word."),
	fixed_values: listOf("Allowed values; empty for every type but an enumeration.", text("A value."))
});
const recordType = exactly("A record type that a story of ours uses.", {
	target: text("Name of the type at the destination that it is mapped to."),
	definition: exactly("The definition that was pushed last.", {
		name: text("Name of the type in git."),
		fields: listOf("Its fields, without those that every type has.", field)
	})
});
const native = exactly("What is known of the vendor's own syncing to the destination.", {
	vendor_id: positiveOrNull("Id of its sync destination; null since the push serves the destination."),
	manual_sync_only: flag("Its manual_sync_only, as it was set last."),
	key_version: positiveOrNull("Number of the key that was sent last; null where the manifest had none."),
	carried: listOf("Ids of the stories there that it carried, ascending.", safePositive("An id."))
}, { enabled: listOf("Those of them that were enabled when they were given back to the push, and were not seen to be so since.", safePositive("An id.")) });
const storyKey = key("Key of the story in the manifest.");
/** `storysync.state/2`, published as schemas/state.schema.json. What reads a state file is this schema. */
const stateSchema = schemaDocument(STATE_FORMAT, "storysync state", exactly("The recorded state of one destination: destinations/<name>.json on the state branch. A cache that only storysync writes. Delete it and the next run is slower, not wrong.", {
	format: formatName(STATE_FORMAT),
	destination: text("Name of the destination in the manifest."),
	destination_tenant_url: text("Address of its tenant."),
	destination_team_id: safePositive("Its team."),
	stories: mapOf("What was pushed, by story key.", story, storyKey),
	record_types: mapOf("Record types, by their name in git.", recordType),
	counter: safePositive("Grows with each version of the file, so that a signed older one does not pass for the newest."),
	digest: digest("Covers all but the signature: tells a change by hand.")
}, {
	native,
	last: mapOf("What the last run said of each story, by story key.", lastStatus, storyKey),
	signature: text("By whom the file was made: an HMAC-SHA256 under the state key. Absent without a key.")
}));

// src/documents/state/state-json.ts
/** The state of one destination, `storysync.state/2`, before the envelope is put around it. */
function stateToJson({ destination, content }) {
	return {
		format: STATE_FORMAT,
		destination,
		destination_tenant_url: content.tenantUrl,
		destination_team_id: content.teamId,
		stories: mapEntries(content.stories, writeStory),
		record_types: mapEntries(content.recordTypes, writeRecordType),
		...content.native === void 0 ? {} : { native: writeNative(content.native) },
		last: mapEntries(content.last, writeLastStatus)
	};
}
const readState = documentReader(stateSchema, "the file");
/** The state in a whole state file, envelope and all, or the first place where the file is not as we write it. */
function stateFromJson(file) {
	const read = readState(file);
	if (!read.ok) return read;
	const wire = read.value;
	const content = {
		tenantUrl: wire.destination_tenant_url,
		teamId: wire.destination_team_id,
		stories: mapEntries(wire.stories, readStory),
		recordTypes: mapEntries(wire.record_types, readRecordType),
		...wire.native === void 0 ? {} : { native: readNative(wire.native) },
		last: mapEntries(wire.last ?? {}, readLastStatus)
	};
	return ok({
		destination: wire.destination,
		content
	});
}
function writeStory(story) {
	return {
		destination_story_id: story.destinationStoryId,
		name: story.name,
		stamp: story.stamp,
		...story.lineage === void 0 ? {} : { lineage: story.lineage },
		pushed: story.pushed,
		...story.since === void 0 ? {} : { since: story.since },
		equal: story.equal,
		observed: story.observed,
		edited_at: story.editedAt,
		...story.editedAtTrusted === void 0 ? {} : { edited_at_trusted: story.editedAtTrusted },
		actions: story.actions,
		tags: story.tags.toSorted(),
		...story.commit === void 0 ? {} : { commit: story.commit },
		status: story.status,
		reason: story.reason,
		error_message: story.errorMessage,
		synced_at: story.syncedAt
	};
}
function readStory(wire) {
	const { destination_story_id, edited_at, edited_at_trusted, error_message, synced_at, ...same } = wire;
	return {
		...same,
		destinationStoryId: destination_story_id,
		editedAt: edited_at,
		...edited_at_trusted === void 0 ? {} : { editedAtTrusted: edited_at_trusted },
		errorMessage: error_message,
		syncedAt: synced_at
	};
}
function writeLastStatus(last) {
	const { status, reason, message, hint, at, commit, content, detachedThere, failing } = last;
	return {
		status,
		reason,
		message,
		...hint === void 0 ? {} : { hint },
		at,
		...commit === void 0 ? {} : { commit },
		content,
		...detachedThere === void 0 ? {} : { detached_there: detachedThere },
		...failing === void 0 ? {} : { failing }
	};
}
function readLastStatus({ detached_there, ...same }) {
	return {
		...same,
		...detached_there === void 0 ? {} : { detachedThere: detached_there }
	};
}
function writeNative({ vendorId, manualSyncOnly, keyVersion, carried, enabled }) {
	return {
		vendor_id: vendorId,
		manual_sync_only: manualSyncOnly,
		key_version: keyVersion,
		carried: carried.toSorted((a, b) => a - b),
		...enabled === void 0 ? {} : { enabled: enabled.toSorted((a, b) => a - b) }
	};
}
function readNative(wire) {
	const { vendor_id: vendorId, manual_sync_only: manualSyncOnly, key_version: keyVersion, carried, enabled } = wire;
	return {
		vendorId,
		manualSyncOnly,
		keyVersion,
		carried,
		...enabled === void 0 ? {} : { enabled }
	};
}
function writeRecordType({ target, definition }) {
	const fields = definition.fields.map(({ name, resultType, fixedValues }) => ({
		name,
		result_type: resultType,
		fixed_values: fixedValues
	}));
	return {
		target,
		definition: {
			name: definition.name,
			fields
		}
	};
}
function readRecordType({ target, definition }) {
	const fields = definition.fields.map(({ name, result_type, fixed_values }) => ({
		name,
		resultType: result_type,
		fixedValues: fixed_values
	}));
	return {
		target,
		definition: {
			name: definition.name,
			fields
		}
	};
}
function mapEntries(map, convert) {
	return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, convert(value)]));
}

// src/state/format.ts
const VERSION = 2;
const BY_HAND = "it was changed by hand, or damaged";
/** The state of one destination as canonical text; equal states of one counter give equal bytes. */
function serialiseState(name, state, counter, seal) {
	const content = stateToJson({
		destination: name,
		content: state
	});
	return sealed(content, {
		path: statePath(name),
		counter,
		seal
	});
}
/** Strict: what is not exactly ours is refused, and the caller compares the destination in full instead. */
function parseState(text, expected, seal) {
	const parsed = parseJson(text);
	if (!parsed.ok) return fail(unreadable(expected.name, parsed.error.reason === "syntax" ? "it is not JSON" : parsed.error.message));
	if (!isObject(parsed.value)) return fail(unreadable(expected.name, "it is not a JSON object"));
	const { format } = parsed.value;
	if (format !== "storysync.state/2") return fail(otherFormat(expected.name, format));
	const { whole, counter, mark } = openEnvelope(parsed.value, text, {
		path: statePath(expected.name),
		seal
	});
	const read = stateFromJson(parsed.value);
	if (!read.ok) return fail(unreadable(expected.name, whole ? read.error : BY_HAND));
	const { destination, content } = read.value;
	if (destination !== expected.name) return fail(foreign(expected.name, "another name"));
	if (content.tenantUrl !== (expected.tenantUrl ?? content.tenantUrl)) return fail(foreign(expected.name, "another tenant URL"));
	if (content.teamId !== (expected.teamId ?? content.teamId)) return fail(foreign(expected.name, `team ${content.teamId}, not team ${expected.teamId}`));
	return whole ? ok({
		content,
		counter,
		mark
	}) : fail(unreadable(expected.name, BY_HAND));
}
function otherFormat(name, format) {
	const version = typeof format === "string" ? /^storysync\.state\/([0-9]{1,9})$/.exec(format)?.[1] : void 0;
	if (version === void 0 || Number(version) === VERSION) return unreadable(name, `its format is not "${STATE_FORMAT}"`);
	if (Number(version) < VERSION) return older(name, Number(version));
	return {
		code: "STA002",
		severity: "warning",
		message: `the recorded state of destination "${name}" has format ${version}; this version reads format ${VERSION}`,
		hint: "use the newest storysync that works on this repository; until then the destination is compared in full, and a sync writes its state in the older format"
	};
}
function older(name, version) {
	return {
		code: "STA002",
		severity: "warning",
		message: `the recorded state of destination "${name}" has the older format ${version}, and is not used`,
		hint: "nothing needs to be done: the destination is compared in full, and the next sync rebuilds its state"
	};
}
function unreadable(name, why) {
	return {
		code: "STA001",
		severity: "warning",
		message: `the recorded state of destination "${name}" is not used: ${why}`,
		hint: "the destination is compared in full, and the next sync writes its state anew"
	};
}
function foreign(name, what) {
	return {
		code: "STA003",
		severity: "warning",
		message: `the recorded state of destination "${name}" is not used: it was written for ${what}`,
		hint: "if the manifest was changed on purpose, nothing needs to be done: the destination is compared in full"
	};
}

// src/state/state-files.ts
/** The files of all destinations. */
var StateFiles = class {
	#store;
	#seal;
	#files = /* @__PURE__ */ new Map();
	#alike = new AlikeStates();
	/** Destination -> the vendor's sync destination, of all that were read or written here, as far as recorded. */
	vendorIds = /* @__PURE__ */ new Map();
	constructor(store, seal) {
		this.#store = store;
		this.#seal = seal;
	}
	async read(expected) {
		const read = await this.#file(expected.name).read((text) => parseState(text, expected, this.#seal));
		if (read.kind !== "content") return read;
		this.#noteVendor(expected.name, read.content);
		return {
			kind: "state",
			state: {
				...this.#alike.share(read.content),
				proven: read.proven
			}
		};
	}
	/** What stood there before, newest first; what cannot be read is left out. */
	async *former(expected) {
		const past = await this.#store.past(expected.name);
		for (const { read } of past.ok ? past.value : []) {
			const text = await read();
			const file = text.ok ? parseState(text.value, expected, this.#seal) : text;
			if (file.ok && file.value.mark !== "doubtful") yield file.value.content;
		}
	}
	/** Whether another text stands there than when it was read. */
	hasMoved(name) {
		return this.#file(name).hasMoved();
	}
	write(name, state, message) {
		this.#noteVendor(name, state);
		return this.#file(name).write(state, message);
	}
	#noteVendor(name, { native }) {
		if (native?.vendorId) this.vendorIds.set(name, native.vendorId);
		else this.vendorIds.delete(name);
	}
	#file(name) {
		const known = this.#files.get(name);
		if (known) return known;
		const store = this.#store;
		const file = new SignedFile({
			read: () => store.read(name),
			past: () => store.past(name),
			write: (text, message) => store.write(name, text, message)
		}, {
			parse: (text) => parseState(text, { name }, this.#seal),
			serialise: (state, counter) => serialiseState(name, state, counter, this.#seal)
		}, this.#seal);
		this.#files.set(name, file);
		return file;
	}
};

// src/commands/state/at-place.ts
/**
* What is recorded of a destination, for the place where it is to stand now. Recorded of another one, it says which of the
* vendor's objects is its own, and nothing of stories.
*/
function atPlace({ tenantUrl, teamId }, state) {
	if (state.tenantUrl === tenantUrl && state.teamId === teamId) return state;
	const { native, proven } = state;
	return {
		tenantUrl,
		teamId,
		stories: {},
		recordTypes: {},
		last: {},
		proven,
		...native === void 0 ? {} : { native: {
			...native,
			carried: []
		} }
	};
}

// src/commands/state/not-in-git.ts
/** Of a manifest that no repository holds. */
function notInGit(file) {
	return {
		code: "RUN004",
		severity: "warning",
		message: `${file} is not in a git repository, so no state is kept between runs, and nothing keeps two runs apart`,
		hint: "keep the manifest in git: edits at a destination can then be told from changes in git"
	};
}

// src/commands/state/provenance.ts
/** Where a run's state comes from, as links where GitHub tells them, so that the state branch can be read backwards. */
function provenanceOf(environment, commit) {
	const repository = addressOf(environment);
	const run = environment.GITHUB_RUN_ID ?? "";
	const source = commit === null || repository === void 0 ? commit : `${repository}/commit/${commit}`;
	return {
		...source === null ? {} : { source },
		...repository !== void 0 && /^\d+$/.test(run) ? { run: `${repository}/actions/runs/${run}` } : {}
	};
}
function addressOf({ GITHUB_SERVER_URL: server = "", GITHUB_REPOSITORY: repository = "" }) {
	if (!/^https?:\/\/[\w.:-]+$/.test(server) || !/^[\w.-]+\/[\w.-]+$/.test(repository)) return void 0;
	return `${server}/${repository}`;
}

// src/model/rollout.ts
const NO_RECORD = {
	passings: {},
	overrides: []
};

// src/commands/state/rollout-commit-text.ts
/** Lines that name what passed; more of them say no more. */
const MOST_LINES = 50;
/** The commit message of what a run adds to the record: which story passed which ring, and who let it pass over rings. */
function rolloutCommitMessage(before, after, trailers) {
	const passed = newPassings(before, after);
	const lines = passed.map(({ story, ring }) => `- ${story}: passed ${ring}`);
	const more = lines.length > MOST_LINES ? [`- and ${lines.length - MOST_LINES} more`] : [];
	const body = lines.length > 1 ? [...lines.slice(0, MOST_LINES), ...more] : [];
	return commitMessage(`rollout: ${subjectOf$1(passed, trailers.override !== void 0)}`, body, trailers);
}
function subjectOf$1(passed, overridden) {
	const [first] = passed;
	if (first === void 0) return overridden ? "overridden for one run" : "recorded what is known";
	if (passed.length === 1) return `${first.story} passed ${first.ring}`;
	const stories = new Set(passed.map(({ story }) => story)).size;
	return stories === 1 ? `${first.story} passed ${passed.length} rings` : `${stories} stories passed a ring`;
}
function newPassings(before, after) {
	return Object.entries(after).flatMap(([story, contents]) => Object.entries(contents).flatMap(([content, rings]) => Object.keys(rings).filter((ring) => !hasPassing(before, {
		story,
		content,
		ring
	})).map((ring) => ({
		story,
		content,
		ring
	}))));
}
function hasPassing(passings, { story, content, ring }) {
	const contents = Object.hasOwn(passings, story) ? passings[story] : void 0;
	const rings = contents && Object.hasOwn(contents, content) ? contents[content] : void 0;
	return rings !== void 0 && Object.hasOwn(rings, ring);
}

// src/commands/state/recorded-rollout.ts
/** How far changes have come, as earlier runs recorded it, and what this one adds. Only asked for where there is a rollout. */
var RecordedRollout = class {
	#file;
	#options;
	/** What this run has recorded: true for it also where it could not be written. */
	#own = NO_RECORD;
	/** Of other runs. */
	#earlier = /* @__PURE__ */ new Set();
	/** Of this one. Each of its commits tells it: several may be pushed as one, with the message of the last. */
	#override;
	#turn = Promise.resolve();
	constructor(options) {
		this.#options = options;
		this.#file = rolloutFile(options.store, options.seal);
	}
	/** What is known at this moment, also from other runs as far as they were caught up with. */
	async read() {
		const { stored } = await this.#inTurn(() => this.#read());
		return mergeRecords(stored, this.#own, this.#own.passings);
	}
	/** Adds to what is recorded; never takes away. */
	record(record) {
		const overrides = record.overrides.map((each) => ({
			...each,
			reason: onOneLine(each.reason)
		}));
		this.#own = mergeRecords(this.#own, {
			...record,
			overrides
		}, record.passings);
		return this.#inTurn(async () => {
			const { kind, stored } = await this.#read();
			const whole = mergeRecords(stored, this.#own, this.#own.passings);
			if (kind === "none" && isSameRecord(whole, NO_RECORD)) return;
			this.#override ??= whole.overrides.findLast((each) => !this.#earlier.has(overrideId(each)));
			const trailers = {
				...this.#options.provenance,
				override: this.#override
			};
			const message = rolloutCommitMessage(stored.passings, whole.passings, trailers);
			const written = await this.#file.write(whole, message);
			if (!written.ok) this.#options.note(written.error);
			else if (written.value === "left") this.#options.note(LEFT$1);
		});
	}
	async #read() {
		const { seal, branch, note } = this.#options;
		if (branch === void 0) note(NOT_KEPT);
		else if (!seal) note(UNPROVEN);
		const read = await this.#file.read();
		if (read.kind === "unreadable") note(read.problem);
		if (read.kind === "doubtful") note(doubtful(branch ?? ""));
		if (read.kind === "replayed") note(replayed(branch ?? ""));
		const stored = read.kind === "content" ? read.content : NO_RECORD;
		if (this.#override === void 0) for (const each of stored.overrides) this.#earlier.add(overrideId(each));
		return {
			kind: read.kind,
			stored
		};
	}
	/** One after the other: what is written follows what was read. */
	#inTurn(work) {
		const done = this.#turn.then(work);
		this.#turn = done.then(() => {}, () => {});
		return done;
	}
};
/** It is to be a line of a commit message, for whoever reads the log in a terminal. */
function onOneLine(reason) {
	return Array.from(printable(reason.trim())).slice(0, 300).join("");
}
const NOT_KEPT = {
	code: "STA024",
	severity: "warning",
	message: "a rollout needs recorded state, and this run has none: it does not know which rings passed before",
	hint: "run in a clone of the repository, without --no-state; until then each run begins with the first ring"
};
const UNPROVEN = {
	code: "STA023",
	severity: "warning",
	message: "the progress of the rollout is unverified: whoever may write the state branch may open a ring",
	hint: "give the run the state key (STORYSYNC_STATE_KEY, in the Action: state-key), and protect the branch"
};
const LEFT$1 = {
	code: "STA022",
	severity: "warning",
	message: `the recorded progress of the rollout (${ROLLOUT}) is signed, and this run has no state key: it stays as it is`,
	hint: "give the run the state key (STORYSYNC_STATE_KEY, in the Action: state-key); until then a ring that passes is seen by this run alone"
};
const ANEW = "rings pass anew by what is recorded of their destinations, which may cost soak time";
function doubtful(branch) {
	return {
		code: "STA020",
		severity: "warning",
		message: `the recorded progress of the rollout (${ROLLOUT}) is not signed with the state key and is ignored`,
		hint: `${ANEW}; if the key is not new, see who wrote it: git log ${branch} -- ${ROLLOUT}`
	};
}
function replayed(branch) {
	return {
		code: "STA021",
		severity: "warning",
		message: `the recorded progress of the rollout (${ROLLOUT}) was replaced by an older version, and is ignored`,
		hint: `${ANEW}; see who did it: git log ${branch} -- ${ROLLOUT}`
	};
}

// src/documents/told/told-schema.ts
const TOLD_FORMAT = "storysync.told/1";
const marks = mapOf("What was told of the destination.", matching("Another one once there is something new to tell: a hash, or the day that has passed.", "^[0-9a-f-]{10,64}$"), matching("drift:KEY, hold, pin or detached:KEY, with the key of a story.", "^[a-z0-9][a-z0-9_.:-]{0,80}$"));
/** `storysync.told/1`, published as schemas/told.schema.json. What reads the file is this schema. */
const toldSchema = schemaDocument(TOLD_FORMAT, "storysync told", exactly("What a scheduled plan has told at the notify-url, and still stands: told.json on the state branch. Only storysync writes it. Delete it and the same is told once more.", {
	format: formatName(TOLD_FORMAT),
	told: atMost(MOST_TOLD, mapOf("By destination.", marks, key("Name of the destination in the manifest."))),
	counter: safePositive("Grows with each version of the file, so that a signed older one does not pass for the newest."),
	digest: digest("Covers all but the signature: tells a change by hand.")
}, { signature: text("By whom the file was made: an HMAC-SHA256 under the state key. Absent without a key.") }));

// src/documents/told/told-json.ts
/** What was told, `storysync.told/1`, before the envelope is put around it. */
function toldToJson(told) {
	return {
		format: TOLD_FORMAT,
		told
	};
}
const readTold = documentReader(toldSchema, "the file");
/** What was told in a whole file, envelope and all, or the first place where the file is not as we write it. */
function toldFromJson(file) {
	const read = readTold(file);
	return read.ok ? ok(read.value.told) : read;
}

// src/state/told-file.ts
/** Far more than we ever write: a file that others made is not to fill the memory. */
const LONGEST_TEXT = 16777216;
/** The file that says what scheduled plans have told. */
function toldFile(store, seal) {
	return new SignedFile(store.ofFleet(TOLD), {
		parse: (text) => parseTold(text, seal),
		serialise: (told, counter) => sealed(toldToJson(told), {
			path: TOLD,
			counter,
			seal
		})
	}, seal);
}
/** Strict: what is not exactly ours is refused, and told once more. */
function parseTold(text, seal) {
	if (text.length > LONGEST_TEXT) return fail(unusable$1("it is larger than storysync writes it"));
	const parsed = parseJson(text);
	if (!parsed.ok) return fail(unusable$1(parsed.error.reason === "syntax" ? "it is not JSON" : parsed.error.message));
	if (!isObject(parsed.value)) return fail(unusable$1("it is not a JSON object"));
	if (parsed.value.format !== "storysync.told/1") return fail(unusable$1(`its format is not "${TOLD_FORMAT}"`));
	const { whole, counter, mark } = openEnvelope(parsed.value, text, {
		path: TOLD,
		seal
	});
	const read = toldFromJson(parsed.value);
	if (!whole) return fail(unusable$1("it was changed by hand, or damaged"));
	return read.ok ? ok({
		content: read.value,
		counter,
		mark
	}) : fail(unusable$1(read.error));
}
function unusable$1(why) {
	return {
		code: "STA001",
		severity: "warning",
		message: `what was told before (${TOLD}) is not used: ${why}`,
		hint: "nothing needs to be done: what still stands is told once more, and the file written anew"
	};
}

// src/commands/state/recorded-told.ts
/** What scheduled plans have told. What is lost or not believed is told once more. */
var RecordedTold = class {
	#file;
	#options;
	#exists = false;
	constructor(options) {
		this.#options = options;
		this.#file = toldFile(options.store, options.seal);
	}
	async read() {
		const read = await this.#file.read();
		this.#exists = read.kind !== "none";
		if (read.kind === "content") return read.content;
		if (read.kind === "unreadable") this.#options.note(read.problem);
		if (read.kind === "doubtful" || read.kind === "replayed") this.#options.note(disbelieved(read.kind, this.#options.branch));
		return {};
	}
	/** After it was read. */
	async record(told) {
		const matters = Object.values(told).reduce((sum, marks) => sum + Object.keys(marks).length, 0);
		if (!this.#exists && matters === 0) return;
		const subject = `told: ${matters === 1 ? "1 matter stands" : `${matters} matters stand`}`;
		const written = await this.#file.write(told, commitMessage(subject, [], this.#options.provenance));
		if (!written.ok) this.#options.note(written.error);
		else if (written.value === "left") this.#options.note(LEFT);
	}
};
const LEFT = {
	code: "STA022",
	severity: "warning",
	message: `what was told (${TOLD}) is signed, and this run has no state key: it stays as it is`,
	hint: "give the run the state key (STORYSYNC_STATE_KEY, in the Action: state-key); until then it tells the same each time"
};
function disbelieved(kind, branch) {
	const hint = `what still stands is told once more; see who wrote it: git log ${branch} -- ${TOLD}`;
	if (kind === "doubtful") return {
		code: "STA020",
		severity: "warning",
		message: `what was told before (${TOLD}) is not signed with the state key and is ignored`,
		hint
	};
	return {
		code: "STA021",
		severity: "warning",
		message: `what was told before (${TOLD}) was replaced by an older version, and is ignored`,
		hint
	};
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

// src/commands/state/state-commit-text.ts
/** A subject longer than this tells numbers instead of names. */
const SUBJECT_LIMIT = 100;
/** The commit message on the state branch: what the run did at a destination, story by story, and where it came from. */
function stateCommitMessage(name, outcomes, pruned, provenance) {
	const told = outcomes.map((outcome) => ({
		outcome,
		said: wordFor(outcome)
	})).filter(({ said }) => said !== void 0);
	const deleted = pruned.filter((each) => each.deleted).map(({ key }) => key);
	const body = [...told.map(({ outcome, said }) => `- ${outcome.storyKey}: ${said}${reasonOf(outcome)}`), ...deleted.map((key) => `- ${key}: deleted`)];
	return commitMessage(`${name}: ${subjectOf(outcomes, deleted)}`, body, provenance);
}
function subjectOf(outcomes, deleted) {
	const told = [...outcomes.map((outcome) => [outcome.storyKey, wordFor(outcome)]), ...deleted.map((key) => [key, "deleted"])].filter(([, said]) => said !== void 0 && said !== "waiting");
	if (told.length === 0) return "recorded what is there";
	const named = told.map(([key, said]) => `${key} ${said}`).join(", ");
	if (named.length <= SUBJECT_LIMIT) return named;
	return [...Map.groupBy(told, ([, said]) => said)].map(([said, group]) => `${group.length} ${said}`).join(", ");
}
function wordFor({ did, status }) {
	if (status === "failed") return "failed";
	if (did === "created" || did === "updated") return did;
	return status === "requires_sync" ? "waiting" : void 0;
}
/** The code of the reason, never its message: that may quote a tenant. */
function reasonOf({ reason }) {
	return reason === null ? "" : ` (${reason})`;
}

// src/commands/state/state-trust.ts
/** More names than that say no more. */
const NAMES = 5;
/** What a run has to say of whose state it was, once for all destinations. */
var StateTrust = class {
	#doubtful = /* @__PURE__ */ new Set();
	#replayed = /* @__PURE__ */ new Set();
	#left = /* @__PURE__ */ new Set();
	#unsigned = false;
	#branch;
	/** `branch` is where state is kept, for whoever looks who wrote it. */
	constructor(branch) {
		this.#branch = branch;
	}
	read(name, reading) {
		if (reading.kind === "doubtful") this.#doubtful.add(name);
		if (reading.kind === "replayed") this.#replayed.add(name);
		if (reading.kind === "state") this.#unsigned ||= !reading.state.proven;
	}
	wrote(name, written) {
		if (written === "left") this.#left.add(name);
		if (written === "unsigned") this.#unsigned = true;
	}
	get unsigned() {
		return this.#unsigned;
	}
	get problems() {
		return [
			...about([...this.#doubtful], "STA020", (names) => ({
				message: `the recorded state of ${names} is not signed with the state key and is ignored`,
				hint: `they are compared in full, and the next sync signs their state; if the key is not new, see who wrote it: git log ${this.#branch}`
			})),
			...about([...this.#replayed], "STA021", (names) => ({
				message: `the recorded state of ${names} was replaced by an older version, and is ignored`,
				hint: `they are compared in full, and the next sync writes their state anew; see who did it: git log ${this.#branch}`
			})),
			...about([...this.#left], "STA022", (names) => ({
				message: `the recorded state of ${names} is signed, and this run has no state key: it stays as it is`,
				hint: "give the run the state key (STORYSYNC_STATE_KEY, in the Action: state-key); the next run that has it finds what this one did"
			}))
		];
	}
};
function about(names, code, say) {
	if (names.length === 0) return [];
	const shown = names.toSorted().slice(0, NAMES).join(", ");
	return [{
		code,
		severity: "warning",
		...say(names.length > NAMES ? `${names.length} destinations (${shown}, …)` : shown)
	}];
}

// src/commands/state/state-session.ts
const STATE_BRANCH = "storysync/state";
/** State files read side by side. */
const READS = 16;
const UNKNOWN_ORPHAN = "the manifest does not have this destination, and what was left behind there is not known; look at the file on the state branch";
/** What earlier runs recorded, and where this one records what it did. Trouble with it is a warning, never a stop. */
var StateSession = class StateSession {
	#store;
	#files;
	/** What signs in this run; undefined without a state key. */
	seal;
	vendorIds;
	told;
	#trust;
	#branch;
	#provenance;
	#rollout;
	#blind;
	#problems = [];
	/** Read for the rollout, and by nobody else yet. */
	#fleet = /* @__PURE__ */ new Map();
	#recorded = /* @__PURE__ */ new Set();
	/** Whose record is there, or may be, and cannot be used. */
	#untold = /* @__PURE__ */ new Set();
	constructor({ store, seal, problems, blind, branch, provenance = {} }) {
		this.#store = store;
		this.#files = new StateFiles(store, seal);
		this.seal = seal;
		this.#branch = branch;
		this.#trust = new StateTrust(branch ?? "storysync/state");
		this.#provenance = provenance;
		const place = {
			store,
			seal,
			provenance,
			note: (problem) => this.#note(problem)
		};
		this.#rollout = new RecordedRollout({
			...place,
			branch
		});
		this.told = new RecordedTold({
			...place,
			branch: branch ?? "storysync/state"
		});
		this.vendorIds = this.#files.vendorIds;
		this.#blind = blind;
		this.#problems.push(...problems);
	}
	/** State on the state branch; without a git repository, or where it is not wanted, nothing is recorded. */
	static async open(world, workspace, options) {
		const { environment } = world;
		const seal = await sealFrom(environment, workspace.repository);
		if (!seal.ok) return fail([seal.error]);
		if (!options.state) return ok(new StateSession(forgetful(world, [], seal.value)));
		if (!workspace.repository) return ok(new StateSession(forgetful(world, [notInGit(workspace.manifest.file)], seal.value)));
		const author = authorFrom(environment);
		const place = {
			dir: workspace.layout.folder,
			branch: options.stateBranch ?? "storysync/state",
			author: author.ok ? author.value : DEFAULT_AUTHOR,
			clock: world.clock,
			merges: /* @__PURE__ */ new Map([[ROLLOUT, mergingRollouts(seal.value)]])
		};
		await clearDeadLocks(workspace.repository.dirs);
		const opened = options.remote === "use" ? await openSharedStateStore({
			...place,
			environment
		}) : await openLocal(place);
		const unsaid = author.ok ? [] : [author.error];
		if (!opened.ok) return ok(new StateSession(forgetful(world, [...unsaid, opened.error], seal.value)));
		const { store, problems } = opened.value;
		const provenance = provenanceOf(environment, workspace.commit);
		const blind = problems.length > 0;
		const found = [...unsaid, ...problems];
		return ok(new StateSession({
			store,
			seal: seal.value,
			problems: found,
			blind,
			branch: place.branch,
			provenance
		}));
	}
	get problems() {
		return [...this.#problems, ...this.#trust.problems];
	}
	/** What was read is not proven, or what was written is not signed: a hint, and people should know. */
	get unsigned() {
		return this.#branch !== void 0 && this.#trust.unsigned;
	}
	/** Undefined when there is none, or none that can be trusted: then the destination is compared in full. */
	read(destination) {
		const known = this.#fleet.get(destination.name);
		this.#fleet.delete(destination.name);
		return known ?? this.#readState(destination);
	}
	async #readState({ name, tenantUrl, teamId }) {
		const read = await this.#files.read({
			name,
			tenantUrl,
			teamId
		});
		if (read.kind === "none") return void 0;
		this.#recorded.add(name);
		this.#trust.read(name, read);
		if (read.kind === "state") return read.state;
		if (read.kind === "unreadable") this.#note(read.problem);
		this.#untold.add(name);
	}
	/** The same for a destination that the vendor serves, also where it stood under another address or team. */
	async readNative({ name, tenantUrl, teamId }) {
		const read = await this.#files.read({ name });
		if (read.kind === "none") return void 0;
		this.#recorded.add(name);
		this.#trust.read(name, read);
		if (read.kind === "unreadable") this.#note(read.problem);
		if (read.kind !== "state") {
			this.#untold.add(name);
			return;
		}
		return atPlace({
			tenantUrl,
			teamId
		}, read.state);
	}
	/** What was recorded before, newest first. */
	former({ name, tenantUrl, teamId }) {
		return this.#files.former({
			name,
			tenantUrl,
			teamId
		});
	}
	/**
	* The same of destinations that the run does not read itself, side by side: a rollout counts them all. What is not
	* recorded, or not believed, is not among them.
	*/
	async readFleet(destinations) {
		const found = await pLimit(READS).map(destinations, async (destination) => {
			const reading = this.#fleet.get(destination.name) ?? this.#readState(destination);
			this.#fleet.set(destination.name, reading);
			return [destination.name, await reading];
		});
		return new Map(found.flatMap(([name, state]) => state === void 0 ? [] : [[name, state]]));
	}
	/** How far changes have come. Asked only where there is a rollout: what is in the way of one is told then. */
	readRollout() {
		return this.#rollout.read();
	}
	/** Adds to what is recorded of the rollout, whatever other runs add at the same moment. */
	recordRollout(record) {
		return this.#rollout.record(record);
	}
	/** Brings what other runs have recorded since this one began. */
	async catchUp() {
		await this.#store.catchUp();
		this.#fleet.clear();
	}
	/** Whether another run has recorded something of this destination since it was read. */
	hasMoved(name) {
		return this.#files.hasMoved(name);
	}
	/** Destinations that state has, and that are not among the known ones. */
	async orphans(known) {
		const names = await this.#store.names();
		if (!names.ok) {
			this.#note(names.error);
			return [];
		}
		const own = new Set(known);
		return (await pLimit(READS).map(names.value.filter((name) => !own.has(name)), async (name) => {
			const read = await this.#files.read({ name });
			if (read.kind === "state") return [{
				name,
				state: read.state
			}];
			if (read.kind === "unreadable") this.#problems.push({
				...read.problem,
				hint: UNKNOWN_ORPHAN
			});
			return [];
		})).flat();
	}
	/** How old what is recorded is; undefined when nothing is. */
	writtenAt() {
		return this.#store.writtenAt();
	}
	/** Whether "no record" of this destination means that there is none. */
	knows(name) {
		return !this.#blind && !this.#untold.has(name);
	}
	async record(name, state, outcomes, pruned) {
		const entries = Object.keys(state.stories).length + (state.native === void 0 ? 0 : 1);
		if (entries + Object.keys(state.last).length === 0 && !this.#recorded.has(name)) return;
		if (entries === 0 && this.#untold.has(name)) return;
		const message = stateCommitMessage(name, outcomes, pruned, this.#provenance);
		const written = await this.#files.write(name, state, message);
		if (!written.ok) this.#note(written.error);
		else this.#trust.wrote(name, written.value);
	}
	/** What is left to say of a destination that the manifest does not have. `what` was done there, in a few words. */
	async recordEnd(name, state, what) {
		const written = await this.#files.write(name, state, commitMessage(`${name}: ${what}`, [], this.#provenance));
		if (!written.ok) this.#note(written.error);
	}
	get keepsCopies() {
		return this.#branch !== void 0;
	}
	/** Keeps what is about to be deleted at a destination, and says how `git show` finds it. */
	async keepCopy({ destination, key, storyId, text }) {
		const file = `${key}-${storyId}.json`;
		const subject = `${destination}: a copy of ${key} (story ${storyId}) before it is deleted there`;
		const kept = await this.#store.keep(destination, file, text, commitMessage(subject, [], this.#provenance));
		return kept.ok ? ok(`${this.#branch ?? ""}:pruned/${destination}/${file}`) : kept;
	}
	/** Answers when all that was written stands where other runs find it. */
	flush() {
		return this.#store.flush();
	}
	/** The end of a run: what cannot be shared is told. */
	async close() {
		const flushed = await this.flush();
		if (!flushed.ok) this.#note(flushed.error);
	}
	/** What is in the way of all destinations alike is said once. */
	#note(problem) {
		if (!this.#problems.some(({ code, message }) => code === problem.code && message === problem.message)) this.#problems.push(problem);
	}
};
/** Nothing outlives the run. */
function forgetful({ clock }, problems, seal) {
	return {
		store: createMemoryStateStore(clock),
		seal,
		problems,
		blind: problems.length > 0
	};
}
async function openLocal(place) {
	const opened = await openGitStateStore(place);
	return opened.ok ? ok({
		store: opened.value,
		problems: []
	}) : opened;
}

export { oneOf as A, textOrNull as B, exactly as C, listOf as D, key as E, positiveOrNull as F, SYNC_STATUSES as H, reason$1 as I, schemaDocument as L, orNull as M, pin as N, matching as O, positive as P, syncStatus as R, digest as S, formatName as T, documentReader as U, REASONS as V, MOST_TOLD as W, isAncestor as _, openEnvelope as a, amount as b, isCheckedOut as c, authorFrom as d, clearDeadLocks as f, chooseBase as g, baseTrailers as h, provenanceOf as i, oneOfOrNull as j, note as k, ObjectWriter as l, noteOf as m, StateSession as n, sealed as o, finishIndex as p, sealFrom as r, StateTree as s, STATE_BRANCH as t, DEFAULT_AUTHOR as u, KEPT as v, flag as w, commitOrNull as x, HOLD as y, text as z };