//! In: builds one after the other, whole and interrupted. Out: whether exactly the right files are there.

use super::*;

fn publish(target: &Path, files: &[(&str, &str)]) {
    let publisher = Publisher::begin(target).unwrap();
    for (path, text) in files {
        publisher.put(path, &Body::Bytes(text.as_bytes().to_vec())).unwrap();
    }
    publisher.finish(files.iter().map(|(path, _)| (*path).to_owned()).collect()).unwrap();
}

fn listing(folder: &Path) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for entry in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let entry = entry.unwrap();
        if entry.file_type().is_file() {
            let path =
                entry.path().strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
            files.push((path, fs::read_to_string(entry.path()).unwrap()));
        }
    }
    files
}

fn owned(files: &[(&str, &str)]) -> Vec<(String, String)> {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn each_build_leaves_exactly_its_own_files() {
    let home = tempfile::tempdir().unwrap();
    let target = home.path().join("public");
    let builds: [&[(&str, &str)]; 4] = [
        &[("a/index.html", "1"), ("index.html", "1")],
        &[("a/index.html", "2"), ("b/c/index.html", "1")],
        // A file where a folder was, and a folder where a file was.
        &[("a", "3"), ("b/c/index.html/d", "1")],
        &[("a/index.html", "4")],
    ];
    for files in builds {
        publish(&target, files);
        assert_eq!(listing(&target), owned(files));
    }
}

#[test]
fn files_are_copied_whole_and_only_when_they_changed() {
    let home = tempfile::tempdir().unwrap();
    let (target, from) = (home.path().join("public"), home.path().join("map.pdf"));
    // Longer than a piece, and different only at the end.
    let mut bytes = vec![7u8; 200_000];
    for last in [1, 2, 2] {
        bytes[199_999] = last;
        fs::write(&from, &bytes).unwrap();
        // Twice, so that both trees are up to date.
        for _ in 0..2 {
            let publisher = Publisher::begin(&target).unwrap();
            let size = publisher.put("files/map.pdf", &Body::Copy(from.clone())).unwrap();
            assert_eq!(size, 200_000);
            publisher.finish(vec!["files/map.pdf".to_owned()]).unwrap();
            assert!(fs::read(target.join("files/map.pdf")).unwrap() == bytes);
        }
    }
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link() {
    let home = tempfile::tempdir().unwrap();
    let (target, diary) = (home.path().join("public"), home.path().join("diary"));
    fs::write(&diary, "mine").unwrap();
    for number in 0..4 {
        publish(&target, &[("index.html", &format!("page {number}"))]);
        fs::remove_file(target.join("index.html")).unwrap();
        std::os::unix::fs::symlink(&diary, target.join("index.html")).unwrap();
    }
    assert_eq!(fs::read_to_string(&diary).unwrap(), "mine");
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link_in_place_of_a_folder() {
    let home = tempfile::tempdir().unwrap();
    let (target, mine) = (home.path().join("public"), home.path().join("mine"));
    fs::create_dir_all(mine.join("b")).unwrap();
    fs::write(mine.join("b/index.html"), "mine").unwrap();
    let made: fn(&mut dyn io::Write) -> io::Result<()> = |out| out.write_all(b"made");
    for number in 0..5 {
        let publisher = Publisher::begin(&target).unwrap();
        let page = Body::Bytes(format!("page {number}").into_bytes());
        publisher.put("a/b/index.html", &page).unwrap();
        publisher.put("a/b/table.csv", &Body::Made(Box::new(made))).unwrap();
        publisher.put("a/b/c/map.pdf", &Body::Copy(mine.join("b/index.html"))).unwrap();
        let paths = ["a/b/index.html", "a/b/table.csv", "a/b/c/map.pdf"];
        publisher.finish(paths.map(str::to_owned).to_vec()).unwrap();
        assert_eq!(listing(&mine), owned(&[("b/index.html", "mine")]));
        assert_eq!(listing(&target).len(), 3);
        // In turn the folder itself and the one around it.
        let (folder, goal) = [("a/b", "b"), ("a", "")][number % 2];
        fs::remove_dir_all(target.join(folder)).unwrap();
        std::os::unix::fs::symlink(mine.join(goal), target.join(folder)).unwrap();
    }
}

#[test]
fn an_unfinished_build_leaves_the_last_good_site() {
    let home = tempfile::tempdir().unwrap();
    let target = home.path().join("public");
    publish(&target, &[("index.html", "good")]);
    let publisher = Publisher::begin(&target).unwrap();
    publisher.put("index.html", &Body::Bytes(b"half".to_vec())).unwrap();
    drop(publisher);
    assert_eq!(listing(&target), owned(&[("index.html", "good")]));
}

#[test]
fn a_folder_with_foreign_files_is_not_touched() {
    let home = tempfile::tempdir().unwrap();
    let target = home.path().join("documents");
    fs::create_dir(&target).unwrap();
    fs::write(target.join("letter.txt"), "dear").unwrap();
    assert!(matches!(Publisher::begin(&target), Err(PublishError::NotOurs(_))));
    assert_eq!(listing(&target), owned(&[("letter.txt", "dear")]));
}

#[test]
fn two_builds_do_not_write_at_once() {
    let home = tempfile::tempdir().unwrap();
    let target = home.path().join("public");
    let _first = Publisher::begin(&target).unwrap();
    assert!(matches!(Publisher::begin(&target), Err(PublishError::Busy(_))));
}

#[test]
fn files_that_somebody_put_there_are_not_lost() {
    let home = tempfile::tempdir().unwrap();
    let target = home.path().join("public");
    publish(&target, &[("zh/index.html", "1")]);
    publish(&target, &[("zh/index.html", "2")]);
    fs::write(target.join("verify.html"), "mine").unwrap();
    let refused = Publisher::begin(&target).err().expect("it is not ours").to_string();
    assert!(refused.contains("`verify.html`") && refused.contains("content/root"), "{refused}");

    // Somebody's own folder of the same name.
    fs::remove_dir_all(&target).unwrap();
    fs::create_dir_all(target.join("zh")).unwrap();
    fs::write(target.join("zh/diary.html"), "mine").unwrap();
    assert!(matches!(Publisher::begin(&target), Err(PublishError::Foreign { .. })));
    assert_eq!(listing(&target), owned(&[("zh/diary.html", "mine")]));
}

#[test]
fn a_copy_of_the_site_folder_goes_on_working() {
    let home = tempfile::tempdir().unwrap();
    let (first, second) = (home.path().join("a"), home.path().join("b"));
    publish(&first.join("public"), &[("index.html", "1")]);
    publish(&first.join("public"), &[("index.html", "2"), ("en/index.html", "2")]);
    for (path, text) in listing(&first) {
        let place = second.join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    }
    publish(&second.join("public"), &[("index.html", "3")]);
    assert_eq!(listing(&second.join("public")), owned(&[("index.html", "3")]));
}

#[test]
fn a_file_is_no_folder() {
    let home = tempfile::tempdir().unwrap();
    let target = home.path().join("public");
    fs::write(&target, "a letter").unwrap();
    assert!(matches!(Publisher::begin(&target), Err(PublishError::NotAFolder(_))));
    assert_eq!(fs::read_to_string(&target).unwrap(), "a letter");
}
