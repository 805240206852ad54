import { expect, firstId, test } from '../office';

test('a memorandum is drafted, sent for review, taken back, and leads to an agreement', async ({
  office: page,
  complaints,
}) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Memoranda' }).click();
  await expect(page.getByRole('heading', { name: 'Memoranda', level: 1 })).toBeFocused();
  await page.getByRole('link', { name: 'New memorandum' }).click();
  await page
    .getByRole('group', { name: /^Title/ })
    .getByLabel('English', { exact: true })
    .fill('Memorandum of the journey');
  const partner = page.getByRole('combobox', { name: 'Partner' });
  await partner.fill('Chungnam');
  await page.getByRole('option', { name: /Chungnam National/ }).click();
  await page.getByLabel('Starts').fill('1 Mar 2027');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Memorandum of the journey' })).toBeFocused();

  await page.getByRole('button', { name: 'Move to' }).click();
  await page.getByRole('button', { name: 'Send for review' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Comment').fill('To the lawyers.');
  await dialog.getByRole('button', { name: 'Send for review' }).click();
  const stage = page.locator('[aria-current=step]');
  await expect(stage).toHaveText('Review');
  await page.getByRole('status').getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(stage).toHaveText('Draft');
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByText('To the lawyers.')).toBeVisible();

  const id = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.goto(`/agreements/new?predecessor_id=${id}`);
  await expect(page.getByRole('combobox', { name: 'Renews' })).toHaveValue('Memorandum of the journey');
  await page
    .getByRole('group', { name: /^Title/ })
    .getByLabel('English', { exact: true })
    .fill('Agreement after the memorandum');
  await partner.fill('Chungnam');
  await page.getByRole('option', { name: /Chungnam National/ }).click();
  await page.getByRole('combobox', { name: 'Amends' }).fill('Memorandum of understanding');
  await expect(page.getByRole('option', { name: /^Memorandum of understanding/ }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Agreement after the memorandum' })).toBeFocused();
  const agreement = new URL(page.url()).pathname;
  await page.getByRole('link', { name: 'Related' }).click();
  await page.getByRole('link', { name: 'Memorandum of the journey' }).click();
  await expect(page).toHaveURL(new RegExp(`/memoranda/${id}`));
  await page.getByRole('link', { name: 'Related' }).click();
  await expect(page.getByRole('definition').getByRole('link')).toHaveAttribute('href', agreement);
  expect(complaints).toEqual([]);
});

test('a memorandum is archived and brought back', async ({ office: page, baseURL }) => {
  const id = await firstId(page, baseURL, 'memoranda?stage=abandoned');
  await page.goto(`/memoranda/${id}`);
  await page.getByRole('button', { name: 'Archive', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Archive', exact: true }).click();
  await expect(page.getByText(/in the archive since/)).toBeVisible();
  await page.getByRole('status').getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByText(/in the archive since/)).toBeHidden();
});

test.describe('in the language with the longest words', () => {
  test.use({ language: 'ru', viewport: { width: 1366, height: 820 } });

  for (const register of ['agreements', 'memoranda']) {
    test(`the list of ${register} is no wider than a small screen`, async ({ office: page }) => {
      await page.goto(`/${register}`);
      const table = await page.getByRole('table').boundingBox();
      expect((table?.x ?? 0) + (table?.width ?? Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(1366);
    });
  }
});
