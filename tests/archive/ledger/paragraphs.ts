// Statements of invented people and places, of the length that those of press releases have.

export const BRIDGE =
  'Assemblymember Example announced today that the old bridge over Sample Creek will be repaired before the rains come. The work begins in August and takes ten weeks. Drivers can use the ferry at Placeholder Landing meanwhile.';
export const CLINIC =
  'The community clinic on Main Street will stay open on Saturdays through the winter, thanks to a grant of forty thousand dollars from the county.';
export const HARVEST =
  'Growers in the valley brought in the largest harvest of pears in eleven years, and the packing house hired two hundred people for the season.';
export const LIBRARY =
  'Students at Specimen High School collected nine thousand books for the branch libraries that were flooded in March, and drove them there on their own weekends.';
export const QUOTE =
  '“Nobody should have to choose between rent and medicine,” said Assemblymember Example, who wrote the bill with nurses from three hospitals.';
export const VOTE =
  'The bill passed the Committee on Invented Affairs by nine votes to two and goes to the floor of the Assembly next Thursday.';
export const THANKS = 'Thank you to all who came.';
export const RULE = '* * *';

export const CHINESE_BRIDGE =
  '示例議員今天宣布，樣本溪上的舊橋將在雨季之前修復。工程於八月開始，為期十週，期間居民可以搭乘渡輪過河。';
export const CHINESE_CLINIC =
  '大街上的社區診所今年冬天每逢星期六照常開放，經費來自縣政府的四萬元補助。';
export const VIETNAMESE_BRIDGE =
  'Dân biểu Ví Dụ hôm nay cho biết cây cầu cũ bắc qua Suối Mẫu sẽ được sửa chữa trước mùa mưa. Công việc bắt đầu vào tháng Tám và kéo dài mười tuần.';
export const VIETNAMESE_CLINIC =
  'Phòng khám cộng đồng trên Đường Chính sẽ mở cửa vào các ngày thứ Bảy trong suốt mùa đông nhờ khoản tài trợ của quận.';
