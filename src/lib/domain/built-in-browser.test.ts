import { describe, expect, test } from 'vitest';
import { builtInBrowser } from './built-in-browser.ts';

const ios = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const android = 'Mozilla/5.0 (Linux; Android 15; V2309A Build/AP3A)';
const webKit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('another app’s built-in browser is recognised', () => {
	test.for([
		[
			'WeChat on an iPhone',
			`${ios} Mobile/15E148 MicroMessenger/8.0.60(0x18003c2f) NetType/WIFI Language/zh_CN`
		],
		[
			'WeChat on Android',
			`${android}; wv) ${webKit} Version/4.0 Chrome/134.0.6998.136 Mobile Safari/537.36 XWEB/1340 MMWEBSDK/2025 MicroMessenger/8.0.60.2860`
		],
		['WeCom', `${ios} Mobile/15E148 wxwork/4.1.36 MicroMessenger/7.0.1`],
		['QQ', `${ios} Mobile/15E148 QQ/9.1.75.619 V1_IPH_SQ_9.1.75_1_APP_A Pixel/1170`],
		[
			'Douyin',
			`${ios} Mobile/15E148 aweme_34.2.0 Region/CN AppTheme/light NetType/WIFI JsSdk/2.0 BytedanceWebview/d8a21c6`
		],
		['Toutiao', `${android} ${webKit} Chrome/110 Mobile Safari/537.36 NewsArticle/9.8.1`],
		['Kuaishou', `${android} ${webKit} Version/4.0 Chrome/90 Mobile Safari/537.36 Kwai/13.2.10`],
		['Xiaohongshu', `${ios} Mobile/15E148 xhsdiscover/8.76 discover/8.76`],
		['Weibo', `${ios} Mobile/15E148 Weibo (iPhone14,5__weibo__15.3.1__iphone__os18.3)`],
		['DingTalk', `${ios} Mobile/22E240 AliApp(DingTalk/7.6.50) com.laiwang.DingTalk/35000`],
		['Feishu', `${ios} Mobile/15E148 Lark/7.38.6 LarkLocale/zh_CN ChannelName/Feishu`],
		['Alipay', `${ios} Mobile/22E240 AlipayClient/10.7.20 Language/zh-Hans`],
		['Line', `${ios} Mobile/15E148 Safari Line/15.4.1`],
		['Facebook', `${ios} Mobile/15E148 [FBAN/FBIOS;FBAV/506.0.0.46.107;FBDV/iPhone15,2]`],
		[
			'Instagram',
			`${android}; wv) ${webKit} Version/4.0 Chrome/134 Mobile Safari/537.36 Instagram 371.0.0.36.89 Android`
		],
		['an app nobody has heard of, on an iPhone', `${ios} Mobile/15E148`],
		[
			'an app nobody has heard of, on Android',
			`${android}; wv) ${webKit} Version/4.0 Chrome/134.0.0.0 Mobile Safari/537.36`
		]
	] as const)('%s', ([, userAgent]) => {
		expect(builtInBrowser({ userAgent, installed: false, keepsApps: true })).toBe(true);
	});

	test('a browser that keeps no app, whatever it calls itself', () => {
		const userAgent = `${android} ${webKit} Chrome/134.0.0.0 Mobile Safari/537.36`;
		expect(builtInBrowser({ userAgent, installed: false, keepsApps: false })).toBe(true);
	});
});

describe('a browser of its own is left alone', () => {
	test.for([
		['Safari on an iPhone', `${ios} Version/18.5 Mobile/15E148 Safari/604.1`],
		['Chrome on an iPhone', `${ios} CriOS/136.0.7103.91 Mobile/15E148 Safari/604.1`],
		[
			'Safari on an iPad, which calls itself a Mac',
			'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15'
		],
		['Chrome on Android', `${android} ${webKit} Chrome/134.0.0.0 Mobile Safari/537.36`],
		['Huawei’s own browser', `${android} ${webKit} Chrome/114.0 HuaweiBrowser/16.0 Mobile Safari/537.36`],
		[
			'QQ Browser, which is one',
			`${android} ${webKit} Version/4.0 Chrome/109.0 MQQBrowser/15.0 Mobile Safari/537.36`
		],
		[
			'Edge on Windows',
			`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${webKit} Chrome/136.0.0.0 Safari/537.36 Edg/136.0.0.0`
		],
		['Firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:138.0) Gecko/20100101 Firefox/138.0']
	] as const)('%s', ([, userAgent]) => {
		expect(builtInBrowser({ userAgent, installed: false, keepsApps: true })).toBe(false);
	});

	test('an app on the home screen of an iPhone, which doesn’t say Safari either', () => {
		expect(builtInBrowser({ userAgent: `${ios} Mobile/15E148`, installed: true, keepsApps: true })).toBe(
			false
		);
	});
});
