import { FakeVault } from '../support/vault/fake-vault.ts';
import { describeVaultKeys } from './vault-keys.ts';

describeVaultKeys('the fake vault', (signer) => FakeVault.start(signer));
