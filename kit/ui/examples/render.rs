use std::sync::Arc;
fn main() {
    let words = Arc::new(kit_i18n::Words::new(&[kit_ui::WORDS]).unwrap());
    std::fs::create_dir_all("/tmp/ui-out/a").unwrap();
    for a in kit_ui::assets() { std::fs::write(format!("/tmp/ui-out/a/{}", a.path), a.bytes).unwrap(); }
    for l in kit_base::Locale::ALL {
        let t = words.translator(l);
        use kit_ui::Component;
        let mut f = kit_ui::Frame::examples(&t).pop().unwrap().1;
        f.body = kit_ui::Gallery::new(&t).to_string();
        f.css_href = format!("a/{}", kit_ui::stylesheet_name());
        f.js_hrefs = kit_ui::script_names().map(|n| format!("a/{n}")).collect();
        std::fs::write(format!("/tmp/ui-out/{}.html", l.tag()), f.to_string()).unwrap();
        let start = std::time::Instant::now();
        for _ in 0..100 { std::hint::black_box(f.to_string()); std::hint::black_box(kit_ui::gallery(&t)); }
        println!("{l}: {:?} a gallery", start.elapsed() / 100);
    }
}
