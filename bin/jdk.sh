# Finds a JDK that is new enough. Sourced by the scripts beside it; not a command.
#
# find_jdk sets `jdk` to the home of the first JDK of at least the needed version, and fails where
# there is none. Each candidate's `release` file is read: starting every java would take seconds.

needed_java=25

find_jdk() {
  for jdk in \
    "${JAVA_HOME:-}" \
    /usr/lib/jvm/* \
    /usr/java/* \
    "${HOME:-}"/.sdkman/candidates/java/* \
    "${HOME:-}"/.jdks/* \
    "${HOME:-}"/.local/share/mise/installs/java/* \
    "${HOME:-}"/.asdf/installs/java/* \
    /opt/* \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if is_new_enough "$jdk"; then
      return 0
    fi
  done
  # Only a java on the PATH is left: its links lead to its home.
  jdk=$(readlink -f "$(command -v java 2>/dev/null)" 2>/dev/null) || return 1
  jdk=${jdk%/bin/java}
  is_new_enough "$jdk"
}

# Whether the directory holds a JDK, with its compiler, of at least the needed version.
is_new_enough() {
  [ -n "$1" ] && [ -r "$1/release" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
  while IFS= read -r line; do
    case $line in
      JAVA_VERSION=*)
        version=${line#JAVA_VERSION=}
        version=${version#\"}
        version=${version%%[!0-9]*}
        [ "${version:-0}" -ge "$needed_java" ]
        return
        ;;
    esac
  done <"$1/release"
  return 1
}

# Says what to install where there is no JDK, and ends the script that sourced this file.
no_jdk() {
  echo "parley: no JDK $needed_java or newer found; install one (Debian: apt install openjdk-$needed_java-jdk, or from https://adoptium.net) or set JAVA_HOME" >&2
  exit 1
}
