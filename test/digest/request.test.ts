import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readChange, readRequest, readSubscription } from '../../src/digest/request.js';

const bare = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D');

describe('requests', () => {
  test.each<[string, object]>([
    ['gửi tôi bản tin mỗi sáng 7 giờ', { kind: 'subscribe', hour: 7, minute: 0, about: '' }],
    ['Gửi cho tôi bản tin hằng ngày lúc 6h30 nhé', { hour: 6, minute: 30, days: 'daily', about: '' }],
    ['đăng ký nhận bản tin 7 giờ rưỡi sáng thứ hai hằng tuần', { hour: 7, minute: 30, days: 'monday' }],
    ['tôi muốn nhận bản tin lúc 5 giờ chiều các ngày làm việc', { hour: 17, minute: 0, days: 'workdays' }],
    ['nhận bản tin về điện mỗi sáng', { kind: 'subscribe', hour: 7, about: 'điện' }],
    ['gửi bản tin lúc 8 giờ tối', { hour: 20, minute: 0, about: '' }],
    ['gửi bản tin 07:00 kể cả khi không có gì mới', { hour: 7, whenEmpty: 'line', about: '' }],
    ['gửi tôi bản tin mỗi sáng được không?', { kind: 'subscribe', hour: 7 }],
    ['đăng ký', { kind: 'subscribe', about: '' }],
    [
      'đăng ký bản tin 8h thứ hai, luôn gửi kể cả không có gì mới',
      { hour: 8, days: 'monday', whenEmpty: 'line', about: '' },
    ],
    ['gửi bản tin 7 giờ, không có gì mới thì thôi', { hour: 7, whenEmpty: 'silent', about: '' }],
    ['chỉ gửi bản tin khi có số liệu mới', { kind: 'subscribe', whenEmpty: 'silent', about: '' }],
    ['hủy đăng ký', { kind: 'unsubscribe' }],
    ['thôi gửi bản tin', { kind: 'unsubscribe' }],
    ['đừng gửi bản tin nữa', { kind: 'unsubscribe' }],
    ['theo dõi xi măng', { kind: 'follow', about: 'xi măng', crosses: null }],
    ['bot ơi, cho tôi theo dõi điện với', { kind: 'follow', about: 'điện' }],
    ['theo dõi xi măng khi tăng trên 10%', { kind: 'follow', about: 'xi măng', crosses: '10' }],
    ['theo dõi điện thương phẩm khi giảm quá 2,5 %', { about: 'điện thương phẩm', crosses: '-2.5' }],
    ['bỏ theo dõi xi măng', { kind: 'unfollow', about: 'xi măng' }],
    ['danh sách theo dõi', { kind: 'list' }],
    ['tôi đang theo dõi những gì', { kind: 'list' }],
    ['xem bản tin hôm nay', { kind: 'preview' }],
    ['xóa dữ liệu của tôi', { kind: 'erase' }],
    ['cài đặt bản tin', { kind: 'settings' }],
    ['đổi bản tin sang 8h', { kind: 'subscribe', hour: 8, minute: 0, about: '' }],
    ['đổi giờ nhận bản tin sang 6h30', { kind: 'subscribe', hour: 6, minute: 30, about: '' }],
    ['chuyển bản tin sang thứ hai hằng tuần', { kind: 'subscribe', days: 'monday', about: '' }],
    ['gửi bản tin 7 giờ kèm biểu đồ', { kind: 'subscribe', hour: 7, charts: true, about: '' }],
    ['gửi bản tin không kèm biểu đồ', { kind: 'subscribe', charts: false, about: '' }],
    ['bỏ biểu đồ trong bản tin', { kind: 'subscribe', charts: false, about: '' }],
    ['theo dõi xi măng khi không đạt kế hoạch', { about: 'xi măng', only: 'plan', crosses: null }],
    ['theo dõi điện thương phẩm khi có điều chỉnh.', { about: 'điện thương phẩm', only: 'revised' }],
  ])('%s', (text, expected) => {
    expect(readRequest(text)).toMatchObject(expected);
    const about = (expected as { about?: string }).about;
    const plain = about === undefined ? expected : { ...expected, about: bare(about) };
    expect(readRequest(bare(text))).toMatchObject(plain);
  });

  test.each([
    'sản lượng xi măng 2021',
    'theo dõi sản lượng điện 2021 được bao nhiêu',
    'theo dõi xi măng thế nào?',
    'bản tin nào nói về xi măng?',
    'số liệu trong bản tin tháng 3 là bao nhiêu',
    'đá các loại',
    'theo đôi xi măng',
    '',
  ])('no request: %s', (text) => {
    expect(readRequest(text)).toBeNull();
  });

  test.each<[string, object]>([
    ['đổi sang 8h', { kind: 'subscribe', hour: 8, minute: 0, about: '' }],
    ['8h30 thôi', { kind: 'subscribe', hour: 8, minute: 30 }],
    ['thứ hai hằng tuần nhé', { kind: 'subscribe', days: 'monday' }],
    ['chuyển sang ngày làm việc lúc 5 giờ chiều', { days: 'workdays', hour: 17 }],
    ['bỏ biểu đồ đi', { charts: false }],
    ['thêm biểu đồ', { charts: true }],
    ['tắt đi', { kind: 'unsubscribe' }],
  ])('right after talk of the digest: %s', (text, expected) => {
    expect(readChange(text)).toMatchObject(expected);
    expect(readChange(bare(text))).toMatchObject(expected);
    expect(readRequest(text)).toBeNull();
  });

  test.each([
    'xi măng 2020',
    'đổi sang năm 2021',
    'sản lượng điện',
    '2021',
    'thôi',
    'mấy giờ gửi',
    'còn điện?',
  ])('a question all the same: %s', (text) => expect(readChange(text)).toBeNull());

  test('behind the command, everything is a wish', () => {
    expect(readSubscription('')).toEqual({ kind: 'subscribe', about: '' });
    expect(readSubscription('8h ngày làm việc điện')).toEqual({
      kind: 'subscribe',
      about: 'điện',
      hour: 8,
      minute: 0,
      days: 'workdays',
    });
    expect(readSubscription('25 giờ').hour).toBeUndefined();
  });

  test('no sentence of the corpus is swallowed', () => {
    const folder = join(import.meta.dirname, '../corpus');
    let sentences = 0;
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(jsonl?|ya?ml|txt|csv|tsv|md)$/.test(name)) continue;
      for (const [text = ''] of readFileSync(join(folder, name), 'utf8').matchAll(/[^"\n\t]{4,200}/g)) {
        sentences += 1;
        const request = readRequest(text);
        expect(request && `${request.kind}: ${text}`).toBeNull();
      }
    }
    expect(sentences).toBeGreaterThan(500);
  });
});
