import { expect, firstId, signIn, test } from '../office';

test('a student is entered on the way, nominated, taken back and followed in the history', async ({
  office: page,
  complaints,
}) => {
  await page.goto('/exchange-students/new');
  await page.getByRole('combobox', { name: /^Student/ }).fill('Aziza Journey');
  await page.getByRole('option', { name: 'Create “Aziza Journey”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('combobox', { name: /^Student/ })).toHaveValue('Aziza Journey');

  await page.getByRole('combobox', { name: /^Partner/ }).fill('Chungnam');
  await page.getByRole('option', { name: /Chungnam National/ }).click();
  const agreement = page.getByRole('combobox', { name: /^Agreement/ });
  await agreement.click();
  const offered = page.getByRole('listbox', { name: 'Options' }).getByRole('option');
  await expect(offered.first()).toContainText('Chungnam');
  await offered.first().click();

  await page.getByLabel(/^Academic year/).selectOption('2026/2027');
  await page.getByLabel(/^Term/).selectOption('spring');
  await page.getByRole('textbox', { name: /^Planned start/ }).fill('8.2.2027');
  await page.getByRole('textbox', { name: /^Planned end/ }).fill('30.1.2027');
  await page.getByLabel(/^Level/).selectOption({ label: 'EQF level 7 (master)' });
  await page.getByRole('combobox', { name: /^Field of education/ }).fill('0732');
  await page.getByRole('option', { name: /0732/ }).click();
  await page.getByRole('textbox', { name: 'Amount' }).fill('4 250');
  await page.getByLabel('Currency').selectOption('EUR');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByRole('textbox', { name: /^Planned end/ })).toHaveAttribute('aria-invalid', 'true');
  await page.getByRole('textbox', { name: /^Planned end/ }).fill('30.6.2027');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Aziza Journey' })).toBeFocused();
  await expect(page.getByText('4,250.00 EUR')).toBeVisible();

  await page.getByRole('button', { name: 'Move to' }).click();
  await page.getByRole('button', { name: 'Nominate' }).click();
  await page.getByRole('dialog').getByLabel('Comment').fill('By the dean');
  await page.getByRole('dialog').getByRole('button', { name: 'Nominate' }).click();
  await expect(page.locator('[aria-current=step]')).toHaveText('Nominated');
  await page.getByRole('button', { name: 'Undo the last move' }).click();
  await expect(page.locator('[aria-current=step]')).toHaveText('Applied');
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByText('By the dean')).toBeVisible();
  expect(complaints.filter(it => !it.includes('422'))).toEqual([]);
});

test('the identity of a person is shown on request, changed, and leaves nothing on the device', async ({
  office: page,
  baseURL,
}) => {
  const id = await firstId(page, baseURL, 'people?kind=student&q=Talaba-05');
  await page.goto(`/people/${id}?tab=identity`);
  await page.getByRole('button', { name: 'Show the identity' }).click();
  await page.getByRole('button', { name: 'Edit the identity' }).click();
  await page.getByRole('textbox', { name: /^Date of birth/ }).fill('17.5.2004');
  await page.getByLabel(/^National number/).fill('51705046020018');
  await page.getByRole('button', { name: 'Add a document' }).click();
  await page.getByRole('textbox', { name: /^Number/ }).fill('AD1234567');
  await page.getByLabel(/^Issued by/).selectOption('UZ');
  await page.getByRole('textbox', { name: /^Valid until/ }).fill('31.5.2030');
  await page.waitForTimeout(700);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('AD1234567');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('17 May 2004')).toBeVisible();
  await expect(page.getByText(/valid until 31 May 2030/)).toBeVisible();
  await page.getByRole('button', { name: 'Hide' }).click();
  await expect(page.getByText('AD1234567')).toBeHidden();
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByText('Identity documents')).toBeVisible();
  await expect(page.getByText('AD1234567')).toHaveCount(0);
});

test('a student sees their own exchanges and no more', async ({ office: page, baseURL }) => {
  await signIn(page, baseURL, 'member');
  await page.goto('/exchange-students');
  await expect(page.getByText('1 exchange', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'New exchange' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Namuna Talaba-01' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Namuna Talaba-01');
  await expect(page.getByRole('button', { name: 'Move to' })).toHaveCount(0);
});
