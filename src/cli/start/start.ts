#!/usr/bin/env node
import './node-version.ts';

// Not a plain import: Node reads all of a program before its first line runs, and an old one stumbles over ours.
void import('../main.ts');
