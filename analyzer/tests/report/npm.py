"""Packages from npm, for tests that use somebody else's program on our logs."""
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile


def skip(why):
    """Ends the run loudly: with 77 (skipped), and with 1 where CI is set."""
    print(f"{pathlib.Path(sys.argv[0]).name}: {why}: NOTHING WAS TESTED")
    sys.exit(1 if os.environ.get("CI") else 77)


def package(cache, name, version):
    """The folder of a package without those it depends on, fetched once into the folder `cache`."""
    folder = cache / f"{name.split('/')[-1]}-{version}"
    if folder.exists():
        return folder
    if shutil.which("npm") is None:
        skip("there is no npm")
    made = cache / f"new.{os.getpid()}"
    made.mkdir(parents=True)
    done = subprocess.run(["npm", "pack", "--silent", "--ignore-scripts", f"{name}@{version}"], cwd=made,
                          capture_output=True, check=False)
    archives = list(made.glob("*.tgz"))
    if done.returncode != 0 or len(archives) != 1:
        shutil.rmtree(made)
        skip(f"npm cannot get {name}@{version}")
    with tarfile.open(archives[0]) as archive:
        archive.extractall(made)  # npm's archives hold one folder, `package`
    (made / "package").rename(folder)
    shutil.rmtree(made)
    return folder
