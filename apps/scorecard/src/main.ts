import '@bellwether/ui/desk/page.css';
import './phone-page.css';
import { keepShell, storageOfBrowser } from '@bellwether/ui';
import { mount } from 'svelte';
import { fetchTheRest } from './life/fetch-the-rest.js';
import { followLight } from './life/follow-light.js';
import { PhoneMemory } from './life/phone-memory.js';
import { Phone } from './phone.svelte.js';
import PhonePage from './PhonePage.svelte';

const target = document.getElementById('phone');
if (!target) throw new Error('The page has no place for the phone');
followLight();
mount(PhonePage, {
  target,
  props: { phone: new Phone(window.location.hash, new PhoneMemory(storageOfBrowser())) },
});
void keepShell('/phone/', fetchTheRest);
