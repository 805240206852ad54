import { test as base, expect, type Page } from '@playwright/test';

type Language = 'uz' | 'ru' | 'en' | 'tg';
type Office = {
  language: Language;
  /** A page of somebody who is signed in at `tiiame`, and what its console said. */
  office: Page;
  complaints: string[];
};

export const PASSWORD = 'hamkor-demo';

export const test = base.extend<Office>({
  language: ['en', { option: true }],
  complaints: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('console', message => {
      if (message.type() === 'error') {
        complaints.push(message.text());
      }
    });
    page.on('pageerror', error => complaints.push(error.message));
    await use(complaints);
  },
  office: async ({ page, baseURL, language }, use) => {
    await speak(page, language);
    await signIn(page, baseURL);
    await use(page);
  },
});

export { expect };

export async function speak(page: Page, language: Language): Promise<void> {
  await page.addInitScript(chosen => {
    localStorage.setItem('hamkor.preferences', JSON.stringify({ language: chosen, institution: 'tiiame' }));
  }, language);
}

/** Past the form, which has a journey of its own. */
export async function signIn(page: Page, baseURL: string | undefined, who = 'officer'): Promise<void> {
  const answer = await page.request.post(`${baseURL}/api/v1/auth/session`, {
    data: { email: `${who}@tiiame.example`, password: PASSWORD, institution: 'tiiame' },
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  expect(answer.ok()).toBe(true);
}

/** The id of the first record that a query finds. */
export async function firstId(page: Page, baseURL: string | undefined, query: string): Promise<string> {
  const answer = await page.request.get(`${baseURL}/api/v1/${query}`);
  const { items } = (await answer.json()) as { items: { id: string }[] };
  return items[0]?.id ?? '';
}
