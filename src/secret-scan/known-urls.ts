/**
 * Addresses that are a key themselves: who has one may post, or set something off. Quantifiers are bounded and the host comes
 * first, so that no text is read twice.
 */
export const URL_FORMATS: readonly (readonly [format: RegExp, kind: string])[] = [
  [hook('outlook\\.office(?:365)?\\.com/webhook/[\\w@/-]{60,512}'), 'the address of a Teams webhook'],
  [hook('[\\w.:-]{1,128}/webhook(?:-test)?/[0-9a-f]{8}-[0-9a-f-]{27}'), 'the address of a webhook'],
  [hook('[\\w-]{1,64}\\.webhook\\.office\\.com/webhookb2/[\\w@/-]{60,512}'), 'the address of a Teams webhook'],
  [
    hook('(?:[\\w-]{1,64}\\.)?discord(?:app)?\\.com/api/(?:v\\d{1,2}/)?webhooks/\\d{15,20}/[\\w-]{40,128}'),
    'the address of a Discord webhook',
  ],
  [
    hook('hooks\\.slack(?:-gov)?\\.com/(?:services|workflows|triggers)/\\w{6,16}/\\w{6,32}/\\w{16,64}'),
    'the address of a Slack webhook',
  ],
  [/\bbot\d{6,12}(?::|%3A)[\w-]{30,64}(?![\w-])/gi, 'a Telegram bot token'],
  [/(?<![\w-])\d{8,10}:AA[\w-]{32,34}(?![\w-])/g, 'a Telegram bot token'],
  [hook('hooks\\.zapier\\.com/hooks/(?:catch|standard)/\\d{4,12}/[\\w/]{5,64}'), 'the address of a Zapier webhook'],
  [
    hook('chat\\.googleapis\\.com/v1/spaces/[\\w-]{1,64}/messages\\?[^\\s"\'<>]{0,256}\\btoken=[\\w%-]{16,128}'),
    'the address of a Google Chat webhook',
  ],
  [
    hook(
      '[\\w.-]{1,128}\\.(?:logic\\.azure\\.com|powerplatform\\.com)[^\\s"\'<>?]{0,256}\\?[^\\s"\'<>]{0,256}\\bsig=[\\w%-]{16,128}',
    ),
    'the address of a Power Automate flow',
  ],
  [
    hook('[\\w.-]{1,128}\\.azurewebsites\\.net/[^\\s"\'<>?]{0,256}\\?[^\\s"\'<>]{0,128}\\bcode=[\\w%=+/-]{20,128}'),
    'a key of an Azure function',
  ],
  [/\/webhook\/[\w-]{1,64}\/[0-9a-f]{32}(?![0-9a-f])/gi, 'the address of a Tines webhook'],
  [hook('[\\w-]{1,64}\\.tines\\.(?:com|io)/webhook/[\\w-]{1,64}/[\\w-]{16,64}'), 'the address of a Tines webhook'],
  [
    hook('maker\\.ifttt\\.com/(?:use|trigger/[\\w-]{1,64}/(?:json/)?with/key)/[\\w-]{16,64}'),
    'the key of an IFTTT webhook',
  ],
  [
    hook('hook(?:\\.[a-z]{2}\\d)?\\.(?:make|integromat)\\.(?:com|celonis\\.com)/\\w{20,64}'),
    'the address of a Make webhook',
  ],
  [hook('[\\w-]{10,64}\\.m\\.pipedream\\.net'), 'the address of a Pipedream webhook'],
  [hook('webhook\\.site/[0-9a-f-]{36}'), 'the address of a webhook'],
  [hook('[\\w.-]{1,128}/hooks/[a-z0-9]{26}(?![\\w-])'), 'the address of a Mattermost webhook'],
  [hook('[\\w.-]{1,128}/hooks/[A-Za-z0-9]{17,24}/[A-Za-z0-9]{24,64}'), 'the address of a Rocket.Chat webhook'],
  [hook('webexapis\\.com/v1/webhooks/incoming/[\\w-]{40,128}'), 'the address of a Webex webhook'],
  [hook('inbots\\.zoom\\.us/incoming/hook/[\\w-]{16,64}'), 'the address of a Zoom webhook'],
  [
    hook('(?:open\\.(?:feishu\\.cn|larksuite\\.com))/open-apis/bot/v2/hook/[0-9a-f-]{32,40}'),
    'the address of a Lark webhook',
  ],
  [hook('oapi\\.dingtalk\\.com/robot/send\\?access_token=\\w{32,80}'), 'the address of a DingTalk webhook'],
  [hook('qyapi\\.weixin\\.qq\\.com/cgi-bin/webhook/send\\?key=[0-9a-f-]{32,40}'), 'the address of a WeCom webhook'],
  [hook('automation\\.atlassian\\.com/pro/hooks/\\w{20,64}'), 'the address of a Jira automation'],
  [hook('events\\.pagerduty\\.com/(?:integration|x-ere)/\\w{16,64}'), 'the address of a PagerDuty integration'],
  [
    hook('alert\\.victorops\\.com/integrations/generic/\\d{6,10}/alert/[\\w-]{20,64}'),
    'the address of a Splunk On-Call integration',
  ],
  [hook('hooks\\.torq\\.io/v1/webhooks/[\\w-]{20,64}'), 'the address of a Torq webhook'],
  [/\bATATT3[\w=-]{40,400}/g, 'an Atlassian token'],
  [/\b(?:NRAK|NRJS)-[A-Z0-9]{20,40}\b/g, 'a New Relic key'],
  [/\bPMAK-[0-9a-f]{24}-[0-9a-f]{34}\b/g, 'a Postman key'],
  [/\bdo[opr]_v1_[0-9a-f]{64}\b/g, 'a DigitalOcean token'],
  [/\bkey-[0-9a-f]{32}\b/g, 'a Mailgun key'],
  [/\bpat[A-Za-z0-9]{14}\.[0-9a-f]{64}\b/g, 'an Airtable token'],
];

function hook(rest: string): RegExp {
  return new RegExp(`\\bhttps?://${rest}`, 'gi');
}
