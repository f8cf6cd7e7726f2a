"""What a system cannot do, in Chinese, by the name of its error."""

from __future__ import annotations

REASONS = {
    "ENOENT": "没有这个文件或文件夹",
    "EACCES": "没有权限",
    "EPERM": "不允许这样做",
    "EEXIST": "这里已有同名的文件",
    "ENOTDIR": "路径中间有一段不是文件夹",
    "EISDIR": "这是一个文件夹",
    "ENAMETOOLONG": "名字太长",
    "ENOSPC": "磁盘已满",
    "EDQUOT": "磁盘配额已用完",
    "EFBIG": "文件太大",
    "EROFS": "磁盘是只读的",
    "EBUSY": "文件正在使用",
    "EMFILE": "打开的文件太多",
    "EIO": "读写磁盘出错",
    "EINVAL": "系统不接受这个名字或操作",
}
