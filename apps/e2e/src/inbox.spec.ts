import { describe } from '@jest/globals';
import { openHouse } from './harness/house.js';
const house = openHouse({ name: 'probe' });
describe('probe', () => {
  house.story('looks', async () => {
    const province = await house.signIn('bac-giang');
    await province.sees('Cần xử lý');
    console.log(await province.page.locator('main').ariaSnapshot());
  });
});
