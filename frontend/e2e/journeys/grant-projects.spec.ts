import { expect, firstId, test } from '../office';

test('a project is entered with its consortium and money, prepared, taken back and followed in the history', async ({
  office: page,
  complaints,
}) => {
  await page.goto('/grant-projects');
  await expect(page.getByText(/^Running today: \d projects? worth [\d,]+\sEUR/)).toBeVisible();
  await page.getByRole('link', { name: 'New project' }).click();
  const title = page.getByRole('group', { name: /^Title/ });
  await title.getByRole('textbox', { name: 'English' }).fill('Water skills journey');
  await page.getByLabel(/^Acronym/).fill('JOURNEY');
  await page.getByRole('combobox', { name: /^Funding programme/ }).fill('capacity');
  await page.getByRole('option', { name: /Capacity Building/ }).click();
  await page.getByLabel(/^Our role/).selectOption('Coordinator');

  const total = page.getByRole('group', { name: /^Total budget/ });
  await total.getByRole('textbox', { name: 'Amount' }).fill('400 000');
  await total.getByLabel('Currency').selectOption('EUR');
  const share = page.getByRole('group', { name: /^Our share/ });
  await share.getByRole('textbox', { name: 'Amount' }).fill('450000');
  await share.getByLabel('Currency').selectOption('EUR');

  await page.getByRole('button', { name: 'Add a partner' }).click();
  await page.getByRole('combobox', { name: /^Partner/ }).fill('Chungnam');
  await page.getByRole('option', { name: /Chungnam National/ }).click();
  const role = page.getByLabel(/^Role/);
  await role.selectOption('Coordinator');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  // Two coordinators, and a share above the whole: each told at its field.
  await expect(role).toHaveAttribute('aria-invalid', 'true');
  await expect(share.getByRole('textbox', { name: 'Amount' })).toHaveAttribute('aria-invalid', 'true');
  await role.selectOption('Beneficiary');
  await share.getByRole('textbox', { name: 'Amount' }).fill('45000');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Water skills journey' })).toBeFocused();
  await expect(page.getByText('45,000.00 EUR')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Consortium: 1 partner besides us' })).toBeVisible();

  await page.getByRole('button', { name: 'Move to' }).click();
  await page.getByRole('button', { name: 'Begin to prepare' }).click();
  await page.getByRole('dialog').getByLabel('Comment').fill('The call is open');
  await page.getByRole('dialog').getByRole('button', { name: 'Begin to prepare' }).click();
  await expect(page.locator('[aria-current=step]')).toHaveText('Preparing');
  await page.getByRole('button', { name: 'Undo the last move' }).click();
  await expect(page.locator('[aria-current=step]')).toHaveText('Idea');
  await page.getByRole('link', { name: 'History' }).click();
  await expect(page.getByText('The call is open')).toBeVisible();
  expect(complaints.filter(it => !it.includes('422'))).toEqual([]);
});

test('the projects of a programme stand on its page, and a new one begins with it', async ({
  office: page,
  baseURL,
  complaints,
}) => {
  const id = await firstId(page, baseURL, 'funding-programmes?code=CBHE');
  await page.goto(`/funding-programmes/${id}`);
  await page.getByRole('link', { name: 'Projects', exact: true }).click();
  await expect(page.getByRole('link', { name: /Geoinformatics for land administration/ })).toBeVisible();
  await page.getByRole('link', { name: 'New project of this programme' }).click();
  await expect(page.getByRole('combobox', { name: /^Funding programme/ })).toHaveValue(/Capacity Building/);
  expect(complaints).toEqual([]);
});
