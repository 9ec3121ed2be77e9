import { expect, it } from 'vitest';
import { action, guidOf, storyOf } from '../../test/support/example-story.ts';
import { shownPicture, shownPictureOfPush } from './shown-picture.ts';

const TOKEN = `ghp_${'aB3dE5fG7hJ9'.repeat(3)}`;
const noted = (content: string) => ({
  ...storyOf([action(1, 'Trigger', 'In')]),
  diagram_notes: [
    { guid: guidOf(7), content, position: [0, 0] },
    { guid: guidOf(8), content: 'See https://wiki.example/runbooks/phishing', position: [0, 90] },
  ],
});

it('shows no note that holds a credential, of either version, and every other note', async () => {
  const leaky = noted(`the token is ${TOKEN}`);
  for (const picture of [
    await shownPicture(leaky, noted('ask the vault')),
    await shownPicture(noted('ask the vault'), leaky),
    await shownPicture(undefined, leaky),
    await shownPictureOfPush(leaky, []),
  ]) {
    const text = JSON.stringify(picture);
    expect(text).not.toContain('ghp_');
    expect(text).toContain('See https://wiki.example/runbooks/phishing');
  }
  const both = await shownPicture(leaky, noted('ask the vault'));
  expect(both.nodes.find(({ mark }) => mark === 'changed')?.name).toBe('ask the vault');
});
