/** Something that a story names and a destination lacks. */
export type MissingPrerequisite = {
  readonly kind: 'credential' | 'resource' | 'story';
  readonly slug: string;
};
