import { describeVaultKeys } from '../contract/vault-keys.ts';
import { OpenBao } from './support/open-bao.ts';

describeVaultKeys('a real OpenBao', (signer) => OpenBao.start(signer));
