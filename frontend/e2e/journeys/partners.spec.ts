import { expect, firstId, signIn, speak, test } from '../office';

test('a partner is entered, warned of its look-alike, changed, archived and brought back', async ({
  office: page,
  complaints,
}) => {
  await page.goto('/partners');
  await page.getByRole('search').getByRole('searchbox').fill('Humboldt');
  await expect(page).toHaveURL(/q=Humboldt/);
  await expect(page.getByRole('link', { name: 'Humboldt University of Berlin' })).toBeVisible();

  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('n');
  const names = page.getByRole('group', { name: /^Name/ });
  await names.getByLabel('English', { exact: true }).fill('Humboldt University');
  await expect(page.getByText('A similar partner is in the register')).toBeVisible();
  await names.getByLabel('English', { exact: true }).fill('University of E2E');
  await page.getByLabel('Website').fill('no address');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByLabel(/^Country/)).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel(/^Country/).selectOption('DE');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByLabel('Website')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Website').fill('https://e2e.example');
  await page.getByRole('button', { name: 'Add a contact' }).click();
  await page.getByRole('textbox', { name: 'Name · required' }).fill('Ada');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'University of E2E' })).toBeFocused();
  await expect(page.getByText('Ada')).toBeVisible();

  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByLabel('City').fill('Bonn');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Bonn')).toBeVisible();

  await page.getByRole('button', { name: 'Archive' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
  await expect(page.getByText(/in the archive since/)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(/in the archive since/)).toBeHidden();
  expect(complaints.filter(it => !it.includes('422'))).toEqual([]);
});

test('a draft outlives the page', async ({ office: page }) => {
  await page.goto('/partners/new');
  await page.getByLabel('City').fill('Porto');
  await expect(page.getByText('The draft is kept on this device')).toBeVisible();
  await page.getByRole('link', { name: 'Deadlines' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
  await expect(page.getByRole('heading', { name: 'Deadlines' })).toBeVisible();
  await page.goto('/partners/new');
  await expect(page.getByLabel('City')).toHaveValue('Porto');
  await page.getByRole('button', { name: 'Discard the changes' }).click();
  await expect(page.getByLabel('City')).toHaveValue('');
});

test('the palette finds records and leads to them by the keyboard', async ({ office: page }) => {
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Deadlines' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('wageningen');
  await expect(page.getByRole('option', { name: /Wageningen/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/(partners|agreements|memoranda)\/[0-9a-f-]{36}/);
});

test('a member is told that the register is not for them', async ({ page, baseURL }) => {
  await speak(page, 'en');
  await signIn(page, baseURL, 'member');
  await page.goto('/partners');
  await expect(page.getByRole('heading', { name: 'Not allowed' })).toBeVisible();
});

test('a viewer reads, and is offered nothing to change', async ({ page, baseURL }) => {
  await speak(page, 'en');
  await signIn(page, baseURL, 'viewer');
  await page.goto(`/partners/${await firstId(page, baseURL, 'partners')}`);
  await expect(page.getByRole('link', { name: 'Facts' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Edit', exact: true })).toBeHidden();
  await page.goto('/partners/new');
  await expect(page.getByRole('heading', { name: 'Not allowed' })).toBeVisible();
});
