/** A custom field of a record type, as the source defines it. `resultType` is the vendor's word, unknown ones included. */
export type FieldDefinition = {
  readonly name: string;
  readonly resultType: string;
  /** Allowed values of a TEXT_ENUM; empty for every other type. */
  readonly fixedValues: readonly string[];
};

/** A record type as a story defines it: custom fields only, the vendor's default fields are not part of it. */
export type RecordTypeDefinition = {
  readonly name: string;
  readonly fields: readonly FieldDefinition[];
};

export type RecordField = FieldDefinition & { readonly id: number };

/** A record type that exists in a destination team. */
export type RecordType = {
  readonly id: number;
  readonly name: string;
  readonly teamId: number;
  readonly fields: readonly RecordField[];
  readonly defaultFields: readonly RecordField[];
};

/** Fields the vendor adds to every type; they are never compared, created or deleted. */
export const DEFAULT_FIELD_NAMES: readonly string[] = ['Story name', 'Timestamp', 'Updated at'];
