import '@bellwether/ui/desk/page.css';
import '@bellwether/ui/parts.css';
import './desk-page.css';
import { storageOfBrowser } from '@bellwether/ui';
import { mount } from 'svelte';
import { Desk } from './desk.svelte.js';
import { DeskMemory } from './desk-memory.js';
import { DeskRouter } from './pages/desk-router.svelte.js';
import DeskPage from './DeskPage.svelte';

const target = document.getElementById('desk');
if (!target) throw new Error('The page has no place for the desk');
mount(DeskPage, {
  target,
  props: {
    desk: new Desk(
      window.location.hash,
      window.location.search,
      new DeskMemory(storageOfBrowser()),
      new DeskRouter(window),
    ),
  },
});
