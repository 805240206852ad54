import { expect, firstId, PASSWORD, speak, test } from '../office';

test('an officer signs in, finds a draft, completes it and sends it for review', async ({ page, complaints }) => {
  await speak(page, 'en');
  await page.goto('/agreements');
  await page.getByLabel('E-mail').fill('officer@tiiame.example');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();

  await expect(page.getByRole('heading', { name: 'Agreements', level: 1 })).toBeFocused();
  await page.getByRole('button', { name: 'Stage', exact: true }).click();
  await page.getByLabel('Draft').check();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/stage=draft/);
  await page.getByRole('row').nth(1).getByRole('link').click();

  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByLabel('Register number').fill('E2E/1');
  await page.getByLabel('Starts').fill('1 Mar 2027');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('1 March 2027')).toBeVisible();

  await page.getByRole('button', { name: 'Move to' }).click();
  await page.getByRole('button', { name: 'Send for review' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Comment').fill('The text is agreed.');
  await dialog.getByRole('button', { name: 'Send for review' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Review' })).toHaveAttribute('aria-current', 'step');

  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByText('The text is agreed.')).toBeVisible();
  expect(complaints.filter(it => !it.includes('401'))).toEqual([]);
});

test('a new agreement takes a partner that is made on the way', async ({ office: page }) => {
  await page.goto('/agreements/new');
  await page
    .getByRole('group', { name: /^Title/ })
    .getByLabel('English', { exact: true })
    .fill('Agreement with a new partner');
  const partner = page.getByRole('combobox', { name: 'Partner' });
  await partner.fill('Institute of New Friends');
  await page.getByRole('option', { name: /Create/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Country').selectOption('PT');
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(partner).toHaveValue('Institute of New Friends');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Agreement with a new partner' })).toBeVisible();
  await expect(page.getByText('Portugal')).toBeVisible();
});

test('what others changed meanwhile is shown, and nothing is lost', async ({ office: page, baseURL }) => {
  const id = await firstId(page, baseURL, 'agreements?stage=negotiation');
  await page.goto(`/agreements/${id}/edit`);
  await page.getByLabel('Register number').fill('MINE/1');
  const current = await page.request.get(`${baseURL}/api/v1/agreements/${id}`);
  const changed = await page.request.patch(`${baseURL}/api/v1/agreements/${id}`, {
    data: { number: 'THEIRS/1', signed_at: null, tags: ['theirs'] },
    headers: {
      'if-match': current.headers().etag ?? '',
      'sec-fetch-site': 'same-origin',
      'content-type': 'application/merge-patch+json',
    },
  });
  expect(changed.ok()).toBe(true);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('THEIRS/1');
  await dialog.getByRole('button', { name: 'Save it like this' }).click();
  await expect(page.getByText('MINE/1')).toBeVisible();
  await expect(page.getByText('theirs', { exact: true })).toBeVisible();
});

test('a session that ends over a form asks for the password and saves the form', async ({
  office: page,
  context,
  baseURL,
}) => {
  const id = await firstId(page, baseURL, 'agreements?stage=signing');
  await page.goto(`/agreements/${id}/edit`);
  await page.getByLabel('Register number').fill('KEPT/1');
  await context.clearCookies();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Password').fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('KEPT/1')).toBeVisible();
});
