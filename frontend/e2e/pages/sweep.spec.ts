import AxeBuilder from '@axe-core/playwright';
import { expect, firstId, signIn, test } from '../office';
import { routes } from './routes';

const looks = [
  { language: 'uz', colorScheme: 'light', viewport: { width: 1366, height: 820 } },
  { language: 'ru', colorScheme: 'dark', viewport: { width: 1366, height: 820 } },
  { language: 'tg', colorScheme: 'light', viewport: { width: 390, height: 844 } },
  { language: 'en', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const;

/** What Chromium's Intl would get wrong: a day, a count and a country of the first agreement of the register. */
const words = {
  uz: ['19-mart, 2010', 'Shri-Lanka', / ta bitim/],
  ru: ['19 марта 2010', 'Шри-Ланка', /\d соглашени/],
  en: ['19 March 2010', 'Sri Lanka', /\d agreements/],
  tg: ['19 марти соли 2010', 'Шри-Ланка', /\d созишнома/],
} as const;

for (const { language, colorScheme, viewport } of looks) {
  test.describe(`${language}, ${colorScheme}, ${viewport.width} px`, () => {
    test.use({ language, colorScheme, viewport });

    for (const { path, record, who } of routes) {
      test([path, record].filter(Boolean).join(' of '), async ({ office: page, complaints, baseURL }) => {
        if (who !== undefined) {
          await signIn(page, baseURL, who);
        }
        await page.goto(record === undefined ? path : path.replace(':id', await firstId(page, baseURL, record)));
        await expect(page.locator('h1')).toBeVisible();
        await page.waitForLoadState('networkidle');
        await expect(page.locator('html')).toHaveAttribute('lang', language);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(it => `${it.id}: ${it.nodes.map(node => node.html).join(' ')}`)).toEqual([]);
        expect(await page.locator('body').innerText()).not.toMatch(/\bM\d\d\b/);
        await page.setViewportSize({ width: 320, height: 720 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
        expect(complaints).toEqual([]);
      });
    }

    test('a day, a count and a country', async ({ office: page, baseURL }) => {
      const [day, country, count] = words[language];
      await page.goto('/agreements');
      await expect(page.getByText(count).first()).toBeVisible();
      await page.goto(`/agreements/${await firstId(page, baseURL, 'agreements?number=TIIAME-2010%2F001')}`);
      await expect(page.getByText(day).first()).toBeVisible();
      await expect(page.getByText(country).first()).toBeVisible();
    });
  });
}
