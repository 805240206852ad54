import { expect, signIn, test } from '../office';

test('a programme is entered, told apart from one with the same code, and found by its funder', async ({
  office: page,
  complaints,
}) => {
  await page.goto('/funding-programmes');
  await page.getByRole('link', { name: 'New programme' }).click();
  const names = page.getByRole('group', { name: /^Name/ });
  await names.getByRole('textbox', { name: 'English' }).fill('Jean Monnet Actions');
  await page.getByLabel(/^Short name/).fill('CBHE');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByText('Fill in this field.', { exact: true })).toBeVisible();
  const funder = page.getByRole('group', { name: /^Funder/ });
  await funder.getByRole('textbox', { name: 'English' }).fill('European Union, EACEA');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByLabel(/^Short name/)).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel(/^Short name/).fill('JMO');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Jean Monnet Actions' })).toBeFocused();

  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel(/^What it gives/).selectOption('Scholarships');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByText('What it gives: Grants → Scholarships')).toBeVisible();

  await page.goto('/funding-programmes?kind=scholarship&q=eacea');
  await expect(page.getByText('1 funding programme', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Jean Monnet Actions' })).toBeVisible();
  expect(complaints.filter(it => !/409|422/.test(it))).toEqual([]);
});

test('a student reads what programmes there are', async ({ office: page, baseURL, complaints }) => {
  await signIn(page, baseURL, 'member');
  await page.goto('/funding-programmes');
  await expect(page.getByRole('link', { name: 'New programme' })).toHaveCount(0);
  await page.getByRole('link', { name: 'DAAD programmes' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('DAAD programmes');
  await expect(page.getByRole('link', { name: 'History' })).toHaveCount(0);
  expect(complaints).toEqual([]);
});
