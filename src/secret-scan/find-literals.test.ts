import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json/value.ts';
import type { Story } from '../model/story.ts';
import { findLiterals } from './find-literals.ts';

function storyOf(agents: readonly JsonObject[], rest: JsonObject = {}): Story {
  return { name: 'S', guid: 'a'.repeat(32), agents, links: [], ...rest } as unknown as Story;
}

function request(options: JsonObject, name = 'Get report'): JsonObject {
  return { type: 'Agents::HTTPRequestAgent', name, guid: `${name.slice(0, 4)}-guid`, options };
}

async function found(story: Story): Promise<readonly string[]> {
  return (await findLiterals(story)).map(({ path, kind }) => `${path}: ${kind}`);
}

// In pieces, so that no scanner of this repository takes them for real ones.
const AWS_ID = ['AKIA', 'Z7QX4MEW2PLKT5RB'].join('');
const AWS_SECRET = ['k9Jr/XUtnFEMI+K7MDENG', 'bPxRfiCYzq81LmNv0W'].join('/');
const SLACK = ['xoxb', '123456789012', '1234567890123', 'AbCdEfGhIjKlMnOpQrStUvWx'].join('-');
const HOOK = ['https://hooks.slack', 'com/services/T0000ABCD/B0000EFGH/abcdefghijklmnopqrstuvwx'].join('.');
const GITHUB = ['ghp', '1234567890abcdefghijABCDEFGHIJ123456'].join('_');
const OPENAI = ['sk', `${'a1B2'.repeat(5)}T3BlbkFJ${'c3D4'.repeat(5)}`].join('-');
const ANTHROPIC = ['sk-ant', 'api03', `${'aB3_'.repeat(23)}xAA`].join('-');
const GOOGLE = ['AIza', 'SyA1234567890abcdefghijklmnopqrstuv'].join('');
const JWT = ['eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9', `eyJ${'a1B2'.repeat(9)}`, 'aB3_'.repeat(10)].join('.');
const TEAMS = `https://acme.webhook.office.com/webhookb2/${'1a2b-'.repeat(8)}@${'3c4d-'.repeat(8)}/IncomingWebhook/${'0a'.repeat(16)}`;
const DISCORD = `https://discord.com/api/webhooks/123456789012345678/${'aB3_'.repeat(16)}`;
const PEM = `-----BEGIN RSA PRIVATE KEY-----\n${'MIIEpAIBAAKCAQEA'.repeat(6)}\n-----END RSA PRIVATE KEY-----`;

describe('a text in the format of a known credential', () => {
  const formats: readonly (readonly [kind: string, key: string, text: string])[] = [
    ['an AWS access key id', 'payload', `key ${AWS_ID} of the bucket`],
    ['an AWS secret access key', 'aws_secret_access_key', AWS_SECRET],
    ['an AWS secret access key', 'script', `export AWS_SECRET_ACCESS_KEY=${AWS_SECRET}\nls`],
    ['a Slack token', 'text', `Bearer ${SLACK}`],
    ['the address of a Slack webhook', 'url', HOOK],
    ['a private key', 'pem', PEM],
    ['a private key', 'account', JSON.stringify({ type: 'service_account', private_key: `${PEM}\n` })],
    ['a user name and password in a URL', 'url', 'https://svc-reader:p4ssW0rd@api.example.com/v1'],
    ['a user name and password in a URL', 'url', 'https://admin:My!Password1@10.0.0.7/v1'],
    ['a user name and password in a URL', 'url', 'https://admin:My%40Passw0rd@10.0.0.7/v1'],
    ['a token in a URL', 'url', 'https://4f2a9c81d7e64b034f2a9c81@errors.example/7'],
    ['a JSON web token', 'text', JWT],
    ['the address of a Teams webhook', 'url', TEAMS],
    ['the address of a Discord webhook', 'url', DISCORD],
    ['a GitHub token', 'text', GITHUB],
    ['an OpenAI key', 'text', OPENAI],
    ['an Anthropic key', 'text', ANTHROPIC],
    ['the address of a Slack webhook', 'url', HOOK.replace('slack.com', 'slack-gov.com')],
    ['a Telegram bot token', 'url', `https://api.telegram.org/bot1234567890%3AAA${'aB3_'.repeat(8)}x/sendMessage`],
    ['a literal key of a signature', 'payload', `=HMAC_SHA256(receive.body, "${'aB3x'.repeat(3)}q8Zt51LmK0vY")`],
    ['a literal key of a signature', 'text', `sha256=<<HMAC_SHA1(JSON(x.body, 1), 'q8Zt51LmK0vYc7Rd2WxP')>>`],
    ['a Google API key', 'url', `https://maps.example/?q=x&key=${GOOGLE}`],
  ];

  it.each(formats)('is found with its place: %s in %s', async (kind, key, text) => {
    const story = storyOf([
      request({ url: 'x' }, 'First'),
      request({ deep: [{ before: 'x', [key]: text, after: 'y' }] }),
    ]);
    expect(await found(story)).toEqual([`agents[Get report].options.deep[0].${key}: ${kind}`]);
  });

  it('is found wherever the story has text: notes, pages, template inputs, descriptions, sub-stories, keys', async () => {
    const page = { agent_guid: 'Form-guid', fields: [{ default_value: `"${SLACK}"` }] };
    const story = storyOf([request({ headers: { [`x ${GITHUB}`]: { nested: true } } }, 'Form')], {
      description: `uses ${AWS_ID}`,
      diagram_notes: [{ content: 'fine' }, { content: `note\n\n${SLACK}` }],
      integrations: [{ action_guid: 'Form-guid', action_inputs: [{ value: `"${GITHUB}"` }] }],
      pages: [page],
      send_to_stories: [
        storyOf([request({ url: HOOK }, 'Inner'), request({ basic_auth: ['svc', 'hunter22'] }, 'Auth')]),
      ],
    });
    expect(await found(story)).toEqual([
      'agents[Form].options.headers: a GitHub token',
      'description: an AWS access key id',
      'diagram_notes[1].content: a Slack token',
      'integrations[Form].action_inputs[0].value: a GitHub token',
      'pages[Form].fields[0].default_value: a Slack token',
      'send_to_stories[0].agents[Inner].options.url: the address of a Slack webhook',
      'send_to_stories[0].agents[Auth].options.basic_auth: a literal user name and password',
    ]);
  });

  it('is not silenced by a comment of the detector inside the story, and never repeated in a path', async () => {
    const story = storyOf([request({ text: `secretlint-disable\n/* secretlint-disable */ ${SLACK}` }, GITHUB)]);
    const findings = await findLiterals(story);
    expect(findings.map(({ kind }) => kind)).toEqual(['a GitHub token', 'a Slack token']);
    expect(JSON.stringify(findings)).not.toContain(GITHUB);
    expect(findings[1]?.path).toBe('agents[***].options.text');
    for (const name of [PEM, JSON.stringify({ key: PEM }), `"${JWT}"\n`]) {
      const story = storyOf([request({ [name]: { text: SLACK } }, `Call ${name}`)]);
      const told = JSON.stringify(await findLiterals(story));
      expect(told).toContain('agents[\\"***\\"].options[\\"***\\"].text');
      for (const secret of ['MIIEpAIB', 'eyJ']) expect(told).not.toContain(secret);
    }
  });
});

describe('a story that was made to hold up the search', () => {
  // The work grew with the square of the size.
  it('is read to its end: a long text of beginnings of tokens, and tokens by the thousand', async () => {
    const payload = Object.fromEntries(
      Array.from({ length: 3000 }, (_, index) => [`k${index}`, `ghp_${String(index).padStart(36, 'a')}`]),
    );
    const findings = await findLiterals(storyOf([request({ text: 'eyJ-'.repeat(100_000), payload })]));
    expect(findings).toHaveLength(3000);
    expect(findings[2999]).toEqual({ path: 'agents[Get report].options.payload.k2999', kind: 'a GitHub token' });
  });

  it.each([
    'a',
    'key=',
    'api_key:',
    '"api_key":',
    '?token=',
    '/token/',
    '&sig=a',
    'https://',
    'http://a:b',
    'bot1234567:',
    '/webhook/aaaa',
    ' -u a:',
    'Bearer ',
    'Authorization: a ',
    '<<"',
    '="a',
    '-----BEGIN ',
    'a-1.',
    'HMAC_AA(',
    'key\\',
    'https://a.b/',
  ])('is read to its end: half a million times the beginning of something, %s', async (piece) => {
    const options = {
      token: piece.repeat(500_000 / piece.length),
      script: `x ${piece.repeat(500_000 / piece.length)}`,
    };
    expect(await findLiterals(storyOf([request(options)]))).toEqual(expect.any(Array));
  });
});

describe('a literal where Tines keeps credentials', () => {
  const places: readonly (readonly [found: string | undefined, options: JsonObject])[] = [
    ['basic_auth', { basic_auth: ['svc-reader', 'hunter2'] }],
    ['basic_auth', { basic_auth: 'svc-reader:hunter2' }],
    ['basic_auth', { basic_auth: ['4f2a9c81d7e64b03', ''] }],
    ['basic_auth', { basic_auth: ['<<CREDENTIAL.user>>', 'hunter2hunter2'] }],
    ['headers.Authorization', { headers: { Authorization: 'Bearer 4f2a9c81d7e6' } }],
    ['headers.X-API-Key', { headers: { Accept: 'application/json', 'X-API-Key': 'letmein' } }],
    ['headers.X-Api-Token', { headers: { 'X-Api-Token': 'tsPBEjjISoEA4RMK15xXxx0dKGf' } }],
    ['headers.x_auth_token', { headers: { x_auth_token: '4f2a9c81' } }],
    ['headers.Private-Token', { headers: { 'Private-Token': '4f2a9c81' } }],
    ['payload.client_secret', { payload: { client_secret: '4f2a9c81d7e6' } }],
    ['payload[0].clientSecret', { payload: [{ clientSecret: '4f2a9c81d7e6' }] }],
    ['url', { url: 'https://api.example/v1?limit=5&apikey=4f2a9c81d7e6' }],
    ['basic_auth', { basic_auth: { username: 'svc', password: 'hunter2' } }],
    ['basic_auth', { basic_auth: '["svc", "hunter2"]' }],
    ['basic_auth', { basic_auth: ['svc', 'MyHorse4711'] }],
    ['headers.Authorization', { headers: { Authorization: '=CONCAT("Bearer ", "4f2a9c81d7e64b03")' } }],
    ['headers', { headers: '{"Authorization": "Bearer 4f2a9c81d7e6"}' }],
    ['headers[0].value', { headers: [{ key: 'Authorization', value: 'Bearer 4f2a9c81d7e6' }] }],
    ['payload', { payload: '{"a": [{"client_secret": "4f2a9c81d7e6"}]}' }],
    ['payload.inputs[0].value', { payload: { inputs: [{ name: 'api_key', value: '"4f2a9c81d7e6"' }] } }],
    ['rules[0].value', { rules: [{ path: '<<receive.headers.x_api_key>>', value: '4f2a9c81d7e64b03' }] }],
    ['rules[0].value', { rules: [{ path: '=receive.body.secret', value: '4f2a9c81d7e64b03' }] }],
    [undefined, { rules: [{ path: '<<receive.body.token_type>>', value: 'bearer2024' }] }],
    [undefined, { rules: [{ path: '<<receive.headers.x_api_key>>', value: '=CREDENTIAL.inbound_key_2' }] }],
    [undefined, { rules: [{ path: '/secret/receive.password', value: 'sha256:inbound' }] }],
    [undefined, { url: '=HMAC_SHA256(receive.body, CREDENTIAL.key_2024)' }],
    [undefined, { payload: '=HMAC_SHA256(receive.body, receive.body["signing_key_v2"])' }],
    [undefined, { payload: { inputs: [{ name: 'api_key', value: '"<<CREDENTIAL.vt>>"' }] } }],
    [undefined, { payload: { inputs: [{ name: 'colour', value: '4f2a9c81d7e6' }] } }],
    [undefined, { basic_auth: ['svc', 'myPassword'] }],
    [undefined, { basic_auth: '["<<CREDENTIAL.user>>", "<<CREDENTIAL.password>>"]' }],
    [undefined, { url: 'https://<<CREDENTIAL.token>>@api.example/v1' }],
    [undefined, { basic_auth: ['<<CREDENTIAL.user>>', '<<CREDENTIAL.password>>'] }],
    [undefined, { basic_auth: ['svc', '{{ .CREDENTIAL.jira }}'] }],
    [undefined, { basic_auth: ['{% credential jira %}', 'api_token'] }],
    [undefined, { basic_auth: '=CREDENTIAL.jira' }],
    [undefined, { basic_auth: ['', ''] }],
    [undefined, { headers: { Authorization: 'Bearer <<CREDENTIAL.vt>>' } }],
    [undefined, { headers: { Authorization: '=CONCAT("Bearer ", CREDENTIAL.vt)' } }],
    [undefined, { headers: { Authorization: 'Bearer ' } }],
    [undefined, { headers: { Authorization: 'Bearer ***' } }],
    [undefined, { headers: { 'X-API-Key': 'xxxxxxxx', 'Api-Key': 'REDACTED', token: '<your key>' } }],
    [undefined, { headers: { 'X-Api-Token': 'your-token-here', 'X-Auth-Token': '${TOKEN}' } }],
    [undefined, { headers: { 'X-Atlassian-Token': 'no-check', 'X-CSRF-Token': 'Fetch' } }],
    [undefined, { headers: '=LOCAL.headers' }],
    [undefined, { payload: { password: 'the password of the user', token: 'body.token', secret: 'changeme1' } }],
    [undefined, { url: 'https://api.example/v1?token=<<CREDENTIAL.vt>>&key=short' }],
    [undefined, { password: 'hunter2' }],
  ];

  it.each(places)('is found by its place: %s in %j', async (place, options) => {
    const paths = (await findLiterals(storyOf([request(options)]))).map(({ path }) => path);
    expect(paths).toEqual(place === undefined ? [] : [`agents[Get report].options.${place}`]);
  });

  it('is found in the password of an IMAP action', async () => {
    const imap = { type: 'Agents::IMAPAgent', name: 'Mail', guid: 'm', options: { password: 'hunter2', ssl: true } };
    expect(await found(storyOf([imap]))).toEqual(['agents[Mail].options.password: a literal password']);
    expect(await found(storyOf([{ ...imap, options: { password: '<<CREDENTIAL.mail>>' } }]))).toEqual([]);
  });
});

it('a placeholder of an address is no secret, and hides none beside it', async () => {
  const address = `https://acme.tines.com/webhook/storysync:destination-owned:path:${'a'.repeat(32)}/storysync:destination-owned:secret:${'a'.repeat(32)}`;
  const story = storyOf([request({ payload: { hook: address, note: `${address} with ${GITHUB}` } })]);
  expect(await found(story)).toEqual(['agents[Get report].options.payload.note: a GitHub token']);
});
