import assert from 'node:assert/strict';
import { rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { FolderListing } from '../../../src/site-output/replace/folder-listing.ts';
import { tempFolder, writeFiles } from '../../support/temp-folder.ts';

const digestOf = async (place: string) => (await FolderListing.of(place)).digest();

test('an updated listing equals a new one of the whole folder', async (t) => {
  const folder = await tempFolder(t, { 'a/b/one': '1', 'a/two': '2', three: '3', 'c/four': '4' });
  const listing = await FolderListing.of(folder);
  assert.equal(listing.digest(), await digestOf(folder));
  const before = listing.digest();
  await writeFiles(folder, { 'a/b/one': '11', three: '33', 'd/e/five': '5' });
  await rm(join(folder, 'c'), { recursive: true });
  listing.update(['a/b/one', 'three', 'd/e/five', 'c/four']);
  assert.notEqual(listing.digest(), before);
  assert.equal(listing.digest(), await digestOf(folder));
});

test('changes by others are not included in an update', async (t) => {
  const folder = await tempFolder(t, { 'a/one': '1', 'b/two': '2' });
  const listing = await FolderListing.of(folder);
  await writeFiles(folder, { 'a/one': '11', 'b/two': '22' });
  listing.update(['a/one']);
  assert.notEqual(listing.digest(), await digestOf(folder));
});

test('a single file has a listing, a missing one has one, and an empty folder is ignored', async (t) => {
  const folder = await tempFolder(t, { one: '1', 'two/': '' });
  const [file, absent] = [join(folder, 'one'), join(folder, 'absent')];
  const [ofFile, ofAbsent, ofFolder] = [
    await digestOf(file),
    await digestOf(absent),
    await digestOf(folder),
  ];
  assert.notEqual(ofFile, ofAbsent);
  await rm(join(folder, 'two'), { recursive: true });
  assert.equal(await digestOf(folder), ofFolder);
  await utimes(file, 1, 1);
  assert.notEqual(await digestOf(file), ofFile);
  assert.notEqual(await digestOf(folder), ofFolder);
});

test('links to folders are followed, and a loop of links ends', async (t) => {
  const home = await tempFolder(t, { 'shared/logo.svg': 'A', 'public/circle': { link: '.' } });
  await writeFiles(home, { 'public/brand': { link: '../shared' } });
  const before = await digestOf(join(home, 'public'));
  assert.equal(await digestOf(join(home, 'public')), before);
  await writeFiles(home, { 'shared/logo.svg': 'Another' });
  assert.notEqual(await digestOf(join(home, 'public')), before);
});
