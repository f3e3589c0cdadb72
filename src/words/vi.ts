import { plural, type Words } from './words.ts';

/** Tiếng Việt. */
export const vi = {
  releases: plural({ other: '{count} thông cáo' }),
  noReleases: 'Chưa có thông cáo nào',
  pressRelease: 'Thông cáo báo chí',
  search: 'Tìm kiếm',
  searchAll: 'Tìm trong tất cả thông cáo',
  byYear: 'Theo năm',
  newestFirst: 'Mới nhất trước',
  pageOf: '{title}, trang {number}/{last}',
  withdrawn: 'Đã rút lại',
  corrected: 'Đã đính chính',
  withdrawnTitle: 'Đã rút lại: {title}',
  correctionTitle: 'Đính chính: {title}',
  replacedTitle: 'Đã thay thế: {title}',
  citation: '{offices}, “{title}”, {day}',

  axes: {
    offices: {
      many: 'Văn phòng',
      one: 'Văn phòng',
      all: plural({ other: 'Tất cả {count} văn phòng' }),
      by: 'Theo văn phòng',
      none: 'Chưa có văn phòng nào',
      description: 'Các văn phòng trong kho lưu trữ này, kèm thông cáo báo chí của từng văn phòng.',
      releases: 'Thông cáo báo chí của {name}.',
    },
    caucuses: {
      many: 'Nhóm nghị sĩ',
      one: 'Nhóm nghị sĩ',
      all: plural({ other: 'Tất cả {count} nhóm nghị sĩ' }),
      by: 'Theo nhóm nghị sĩ',
      none: 'Chưa có nhóm nghị sĩ nào',
      description: 'Các nhóm nghị sĩ trong kho lưu trữ này, kèm thông cáo báo chí của từng nhóm.',
      releases: 'Thông cáo báo chí của {name}.',
    },
    topics: {
      many: 'Chủ đề',
      one: 'Chủ đề',
      all: plural({ other: 'Tất cả {count} chủ đề' }),
      by: 'Theo chủ đề',
      none: 'Chưa có chủ đề nào',
      description: 'Các chủ đề trong kho lưu trữ này, kèm thông cáo báo chí của từng chủ đề.',
      releases: 'Thông cáo báo chí về chủ đề {name}.',
    },
    speakers: {
      many: 'Người phát biểu',
      one: 'Người phát biểu',
      all: plural({ other: 'Tất cả {count} người phát biểu' }),
      by: 'Theo người phát biểu',
      none: 'Chưa có người phát biểu nào',
      description:
        'Những người phát biểu trong kho lưu trữ này, kèm các thông cáo trích lời từng người.',
      releases: 'Thông cáo báo chí trích lời {name}.',
    },
  },

  page: {
    skip: 'Đến nội dung chính',
    main: 'Chính',
    releases: 'Thông cáo',
    about: 'Giới thiệu',
    corrections: 'Đính chính và rút lại',
    footer:
      '{publisher}. Mỗi phát biểu ở đây có một địa chỉ riêng, được tạo từ chính lời văn của nó. [Cam kết của kho lưu trữ](/about/). [Nguồn cấp tin](/feeds/). [Dữ liệu](/data/).',
  },

  front: {
    search: plural({ other: 'Tìm trong {count} thông cáo' }),
    newest: 'Thông cáo mới nhất',
    all: plural({ other: 'Tất cả {count} thông cáo' }),
  },

  list: {
    all: 'Tất cả thông cáo',
    allDescription: 'Tất cả thông cáo báo chí trong {site}, mới nhất trước.',
    of: 'Thông cáo báo chí: {period}.',
    ofTheDay: 'Thông cáo trong ngày này',
    countAndPage: '{count}, trang {number}/{last}',
    pages: 'Các trang',
    page: 'Trang {number}',
    newer: 'Mới hơn',
    older: 'Cũ hơn',
    years: 'Các năm',
    months: 'Các tháng',
    days: 'Các ngày',
    byYear: 'Thông cáo theo năm',
    byMonth: 'Thông cáo năm {year} theo tháng',
    barCount: '{name}, {count}',
    searchOrFollow: '{search} hoặc {feed}',
    searchThese: 'Tìm trong các thông cáo này',
    followThese: 'theo dõi qua RSS',
    follow: 'Theo dõi danh sách này qua RSS',
  },

  office: {
    member: 'Nghị sĩ',
    party: 'Đảng',
    district: 'Khu vực bầu cử',
    opened: 'Mở cửa',
    closed: 'Đã đóng cửa',
    closes: 'Sẽ đóng cửa',
    closedOn: 'Văn phòng này đã đóng cửa vào {day}.',
    caucuses: plural({ other: 'Nhóm nghị sĩ' }),
  },

  release: {
    from: 'Thông cáo báo chí của {offices}',
    closedThis: 'Văn phòng này đã đóng cửa vào {month}.',
    closedOne: '{office} đã đóng cửa vào {month}.',
    caucus: 'Nhóm nghị sĩ',
    topics: 'Chủ đề',
    speakers: 'Người phát biểu',
    contact: 'Liên hệ:',
    attachments: 'Tệp đính kèm',
    firstPublished: 'Đăng lần đầu tại {address}',
    print: '{site}, {day}, {address}',
    withdrawnOn: '**Đã rút lại** vào {day}. {reason}',
    correctedBy: '**Đã được đính chính** bằng thông cáo {day}: {title}',
    corrects: '**Đính chính** thông cáo {day}: {title}',
    correction: '**Đính chính**, {day}: {note}',
    more: 'Các thông cáo khác',
    sameOffice: 'Của cùng văn phòng',
    next: 'Tiếp theo',
    previous: 'Trước đó',
    otherLanguages: 'Bằng ngôn ngữ khác',
    related: 'Thông cáo liên quan',
    alsoOn: 'Cũng trong {day}',
    allOfDay: plural({ other: 'Tất cả {count} thông cáo trong ngày này' }),
  },

  history: {
    heading: 'Lịch sử',
    issued: 'Đã phát hành.',
    withdrawn: 'Đã rút lại. {reason}',
    correction: 'Đính chính: {note}',
    added: plural({ other: '{count} phát biểu được thêm: {ids}' }),
    edited: plural({ other: '{count} phát biểu được sửa: {ids}' }),
    moved: plural({ other: '{count} phát biểu được chuyển chỗ: {ids}' }),
    split: plural({ other: '{count} phát biểu được tách: {ids}' }),
    merged: plural({ other: '{count} phát biểu được gộp: {ids}' }),
    removed: plural({ other: '{count} phát biểu bị xóa: {ids}' }),
    restored: plural({ other: '{count} phát biểu được khôi phục: {ids}' }),
  },

  text: {
    linkTo: 'Liên kết đến: {words}',
    notes: 'Chú thích',
    table: 'Bảng',
    edited: 'đã sửa',
    editedOn: 'đã sửa vào {day}',
    earlierWords: 'Liên kết đến đây có thể trích lời văn trước khi sửa.',
    merged: 'Phát biểu mà liên kết trích dẫn đã được gộp vào phát biểu này.',
    removed: 'Một phát biểu ở đây đã bị xóa.',
    removedOn: 'Một phát biểu ở đây đã bị xóa vào {day}.',
    cited: 'Đó là phát biểu mà liên kết trích dẫn.',
  },

  cite: {
    heading: 'Trích dẫn thông cáo này',
    styles: 'APA, Chicago, MLA…',
    asJson: 'Thông cáo dạng JSON',
    statements: 'Có thể trích dẫn riêng từng phát biểu: hãy theo dấu ¶ bên cạnh.',
  },

  citing: {
    toolbar: 'Trích dẫn phát biểu này',
    copyLink: 'Sao chép liên kết',
    copyQuotation: 'Sao chép lời trích',
    cite: 'Trích dẫn…',
    linkCopied: 'Đã sao chép liên kết',
    linkInAddressBar: 'Liên kết ở trên thanh địa chỉ',
    quotationCopied: 'Đã sao chép lời trích',
    quotationNotCopied: 'Không sao chép được lời trích',
    quotation: '“{words}”',
    citationNotLoaded: 'Không tải được trích dẫn',
    loading: 'Đang tải…',
    close: 'Đóng',
    copyCitation: 'Sao chép trích dẫn',
    citationCopied: 'Đã sao chép trích dẫn',
    citationNotCopied: 'Không sao chép được trích dẫn',
    credit: 'Trích dẫn được tạo bằng CSL (citeproc-js).',
    style: 'Kiểu',
    styleNotLoaded: 'Không tải được kiểu này. Các tệp bên dưới cũng có trích dẫn.',
    clearHighlights: 'Bỏ tô sáng',
  },

  picture: { withdrawnOn: 'Đã rút lại vào {day}' },

  gone: {
    title: 'Thông cáo không còn trong kho lưu trữ',
    description: 'Một thông cáo báo chí {day} đã được đưa ra khỏi kho lưu trữ.',
    heading: 'Thông cáo này không còn trong kho lưu trữ',
    hadAddress: 'Địa chỉ này từng là của một thông cáo báo chí {day}.',
    goneOn: 'Thông cáo đã được đưa ra khỏi kho lưu trữ vào {day}. {reason}',
    gone: 'Thông cáo đã được đưa ra khỏi kho lưu trữ.',
    instead: '[Tìm trong tất cả thông cáo](/search/) hoặc [duyệt theo ngày](/releases/).',
    statement: 'Phát biểu mà liên kết trích dẫn đã bị xóa cùng với thông cáo.',
  },

  moved: {
    description: 'Thông cáo này đã chuyển sang địa chỉ khác.',
    heading: 'Thông cáo này đã chuyển sang địa chỉ khác',
    nowAt: 'Địa chỉ hiện nay: {release}.',
  },

  notFound: {
    title: 'Không tìm thấy trang',
    description: 'Không có trang này.',
    heading: 'Không có trang nào ở địa chỉ này',
    explanation:
      'Khi một thông cáo chuyển địa chỉ hoặc được đưa ra khỏi kho lưu trữ, luôn có một trang thay thế nói rõ điều đó, nên có thể địa chỉ đã bị gõ sai. Hãy tìm theo những từ quý vị nhớ, hoặc [duyệt tất cả thông cáo](/releases/).',
  },

  feeds: {
    title: 'Nguồn cấp tin',
    description: 'Cách theo dõi tin mới của {site}.',
    explanation:
      'Nguồn cấp tin mang đến từng thông cáo mới với toàn văn. Chỉ cần thêm địa chỉ của nguồn vào trình đọc tin, quý vị sẽ không bỏ lỡ gì: không ai cần biết quý vị là ai, và không cần địa chỉ thư điện tử. Mỗi nguồn có hai dạng RSS và JSON Feed, gồm năm mươi thông cáo mới nhất.',
    all: 'Tất cả thông cáo',
    corrections: 'Chỉ đính chính và rút lại',
    noSearch:
      'Không có nguồn cấp tin cho tìm kiếm: trang web này gồm các tệp tĩnh, không tệp nào có thể trả lời. Muốn biết có gì mới về một từ, hãy tìm từ đó và sắp xếp theo “Mới nhất trước”; quý vị có thể lưu lại địa chỉ ấy.',
    of: '{format} của {name}',
    entry: '{name}: {formats}',
    correctionsTitle: 'Đính chính và rút lại – {site}',
    correctionsDescription: 'Các thông cáo báo chí trong {site} đã được đính chính hoặc rút lại.',
    replacedBy: 'Đã được thay bằng một thông cáo sau đó: {title}',
    collectionDescription: 'Thông cáo báo chí của {name}, mới nhất trước.',
    closedTitle: '{name} đã đóng cửa',
    closed:
      '{name} đã đóng cửa vào {day}. Nguồn cấp tin này kết thúc tại đây và sẽ không có thêm tin nào nữa.',
    closedLinks: 'Các thông cáo vẫn ở {address}; còn có {feeds}.',
    otherFeeds: 'các nguồn cấp tin khác',
  },

  about: {
    title: 'Giới thiệu',
    description: '{site} lưu giữ những gì và cam kết điều gì.',
    heading: 'Về kho lưu trữ này',
    holds: plural({ other: 'Kho lưu trữ có {count} thông cáo.' }),
    publisher: 'Đơn vị xuất bản: {publisher}.',
    promises: 'Cam kết',
    asIssued:
      '**Đúng nguyên văn.** Thông cáo được hiển thị đúng như khi phát hành: chính tả, dấu ngoặc kép, thứ tự. Đính chính và thông báo rút lại được thêm ở đầu trang, kèm ngày; chúng không thay thế những gì đã nói.',
    addresses:
      '**Địa chỉ bền vững.** Mỗi thông cáo giữ nguyên địa chỉ. Khi buộc phải chuyển, địa chỉ cũ dẫn đến địa chỉ mới; khi thông cáo được đưa ra khỏi kho lưu trữ, địa chỉ ấy nói rõ điều đó và lý do.',
    citable:
      '**Phát biểu có thể trích dẫn mãi mãi.** Liên kết đến một phát biểu luôn mở đúng phát biểu đó, dù sau này có sửa gì. Các lần sửa được ghi bên cạnh kèm ngày; nơi một phát biểu bị xóa sẽ có ghi chú.',
    privacy:
      '**Không đòi hỏi gì ở quý vị.** Không cookie, không tài khoản, không theo dõi, không gửi yêu cầu nào đến trang web khác. Mọi trang đều đọc được và mọi liên kết đều mở được mà không cần JavaScript; chỉ chức năng tìm kiếm cần đến nó.',
    citing: 'Cách trích dẫn một phát biểu',
    permalinks:
      'Mỗi đoạn văn, mục danh sách, hàng của bảng và đoạn trong lời trích là một phát biểu có liên kết riêng. Hãy trỏ vào đó, hoặc đến đó bằng bàn phím, rồi theo dấu ¶: địa chỉ trang khi ấy kết thúc bằng `#s-` và tám ký tự, đồng thời được sao chép. Nếu chọn trước một số từ trong phát biểu, liên kết được sao chép sẽ chỉ tô sáng những từ ấy. “Sao chép lời trích” sao chép lời văn kèm nguồn, ngày và liên kết.',
    ids: 'Các ký tự ấy được tạo từ chính lời văn của phát biểu: bốn mươi bit đầu của SHA-256 tính trên văn bản (theo dạng NFC của Unicode, khoảng trắng gộp thành một, mã hóa UTF-8), viết bằng base32 chữ thường. Ai có lời văn đều có thể tính lại địa chỉ, nhờ đó chứng minh lời trích là chính xác. Khi cùng một lời văn xuất hiện hai lần trong một thông cáo, lần thứ hai có thêm `-2` ở cuối. Phát biểu đã sửa vẫn giữ địa chỉ của lời văn đầu tiên.',
    searching: 'Cách tìm kiếm',
    search:
      '[Tìm kiếm](/search/) đưa ra các thông cáo có tất cả các từ quý vị nhập và hiển thị những phát biểu khớp nhất. Hãy đặt tên hoặc cụm từ trong dấu ngoặc kép để tìm đúng những từ ấy theo đúng thứ tự. Không cần gõ dấu: *Viet Nam* cũng tìm ra *Việt Nam*.',
    browsing: 'Các cách duyệt',
    browse:
      'Theo [ngày](/releases/), [văn phòng](/offices/), [nhóm nghị sĩ](/caucuses/), [chủ đề](/topics/) và [người phát biểu](/speakers/). Địa chỉ của thông cáo chứa ngày phát hành; cắt địa chỉ ở dấu gạch chéo bất kỳ, quý vị sẽ có các thông cáo của ngày, tháng hoặc năm ấy.',
  },

  data: {
    title: 'Dữ liệu',
    description: 'Toàn bộ {site} dưới dạng dữ liệu, và cách trích dẫn.',
    all: plural({
      other:
        'Bất kỳ ai cũng có thể tải về cùng lúc tất cả {count} thông cáo mà không cần xin phép. Các tệp chứa mọi nội dung trên trang của một thông cáo: lời văn của từng phát biểu kèm mã định danh, các trường, cách trích dẫn.',
    }),
    noLicense:
      'Kho lưu trữ này không nêu giấy phép cho dữ liệu. Lời văn của thông cáo thuộc về nơi đã phát hành.',
    license: 'Dữ liệu có thể được sử dụng theo giấy phép {license}.',
    files: 'Các tệp',
    csv: "Mỗi thông cáo một hàng: các trường, địa chỉ, SHA-256 của dữ liệu. UTF-8. Ô nào mà bảng tính có thể hiểu nhầm là công thức, vì bắt đầu bằng `=`, `+`, `-` hoặc `@`, sẽ có dấu nháy đơn ở trước: chương trình đọc bảng hãy bỏ một dấu `'` khi ký tự như vậy đứng sau các dấu nháy đơn và khoảng trắng.",
    year: plural({
      other: '{count} thông cáo với tất cả phát biểu, mỗi dòng một đối tượng JSON.',
    }),
    schema:
      'JSON Schema của một dòng và của `release.json`. Đây là phiên bản {version}; phiên bản thay đổi khi một trường bị bỏ hoặc đổi ý nghĩa.',
    manifest: 'Kích thước, số bản ghi và SHA-256 của từng tệp, cùng mã băm của kho lưu trữ.',
    checksums:
      'SHA-256 của mọi tệp trên trang web này. Với một bản sao, lệnh `sha256sum --check data/sha256sums.txt` cho biết có byte nào thay đổi hay không.',
    beside: 'Bên cạnh mỗi thông cáo',
    besideFiles:
      'Tại địa chỉ của mỗi thông cáo có `release.json`, giống dòng tương ứng ở trên, và các tệp cho phần mềm quản lý tài liệu tham khảo: {files}.',
    file: '{file} ({name})',
    example: '{purpose} ({language})',
    download: 'Tải về một năm và kiểm tra xem có đủ không',
    find: 'Tìm mọi phát biểu có một từ',
    countBy: 'Đếm thông cáo theo năm và văn phòng',
    id: 'Mã định danh của phát biểu',
    idExplained:
      '`s-` và tám ký tự: bốn mươi bit đầu của SHA-256 tính trên lời văn theo NFC và UTF-8, viết bằng base32 chữ thường. Phát biểu đã sửa vẫn giữ mã định danh; khi đó `digest` là mã mà lời văn hiện nay sẽ có. Hai phát biểu của hai thông cáo có thể trùng mã: hãy so sánh cả lời văn.',
    citing: 'Cách trích dẫn',
    cite: 'Trích dẫn thông cáo bằng địa chỉ của nó, và phát biểu bằng địa chỉ riêng: mỗi trang có các dạng trong mục “Trích dẫn thông cáo này”. Trích dẫn dữ liệu bằng mã băm trong `manifest.json`, mã này xác định chính xác lời văn ấy.',
  },

  searchPage: {
    description: 'Tìm trong toàn văn của tất cả thông cáo.',
    words: 'Từ cần tìm',
    placeholder: 'Từ, hoặc “cụm từ trong ngoặc kép”',
    from: 'Từ ngày',
    to: 'Đến ngày',
    sortBy: 'Sắp xếp theo',
    relevance: 'Mức độ liên quan',
    oldestFirst: 'Cũ nhất trước',
    byDate: 'Thông cáo theo ngày',
    chips: 'Bộ lọc đang dùng',
    filters: 'Bộ lọc',
    needsScript: 'Tìm kiếm cần JavaScript, hiện đang tắt hoặc chưa tải xong.',
    otherSearches: 'Tìm kiếm khác',
    results: 'Kết quả',
    browseInstead: 'Hoặc duyệt danh sách',
    all: 'Tất cả thông cáo, mới nhất trước',
    how: 'Cách tìm kiếm',
    slashKey: 'Nhấn {key} trên bất kỳ trang nào để đến ô tìm kiếm',
  },

  searchHelp: {
    phrase: 'Dấu ngoặc kép tìm đúng những từ này theo đúng thứ tự: dùng cho tên và cụm từ.',
    words: 'Không có ngoặc kép: các thông cáo có tất cả những từ này.',
    without: 'Loại các thông cáo có một từ: đặt dấu trừ ngay trước từ đó.',
    withoutPhrase: 'Loại các thông cáo có một cụm từ.',
    office: 'Của một văn phòng, theo tên trong địa chỉ.',
    caucus: 'Của một nhóm nghị sĩ; đặt tên gồm nhiều từ trong ngoặc kép.',
    topic: 'Về một chủ đề.',
    speaker: 'Trích lời người này.',
    language: 'Bằng một ngôn ngữ.',
    year: 'Trong một năm.',
    before: 'Phát hành trước một năm, một tháng hoặc một ngày.',
    after: 'Phát hành sau một năm, một tháng hoặc một ngày.',
  },
} satisfies Words;
