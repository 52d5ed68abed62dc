import './old-engines.js';
import '@bellwether/ui/ui.css';
import '@bellwether/ui/wall.css';
import './wall-page.css';
import { keepShell, storageOfBrowser } from '@bellwether/ui';
import { mount } from 'svelte';
import { stayAwake } from './life/awake.js';
import { checkType } from './life/check-type.js';
import { fitStage } from './life/fit-stage.js';
import { addressWithKey, keyOfAddress } from './life/key-of-address.js';
import { WallKeys } from './life/wall-keys.js';
import { WallMemory } from './life/wall-memory.js';
import Wall from './Wall.svelte';
import { Wall as WallLife } from './wall.svelte.js';

const memory = new WallMemory(storageOfBrowser());
const keys = new WallKeys(memory, keyOfAddress(window.location.hash), (key) =>
  window.history.replaceState(null, '', addressWithKey(key)),
);

fitStage();
stayAwake();
void checkType();
void keepShell('/tv/');
window.addEventListener('hashchange', () => window.location.reload());

const target = document.getElementById('wall');
if (!target) throw new Error('The page has no place for the wall');
mount(Wall, { target, props: { wall: new WallLife(keys, memory) } });
document.documentElement.setAttribute('data-running', 'yes');
