using System.Reflection;
using CrmVoip.Web;
using Microsoft.AspNetCore.Identity;

namespace CrmVoip.UnitTests.Web;

public sealed class IdentidadePtBrTests
{
    [Fact]
    public void Every_message_of_identity_is_ours()
    {
        var doFramework = typeof(IdentidadePtBr).GetMethods(BindingFlags.Instance | BindingFlags.Public)
            .Where(m => m.ReturnType == typeof(IdentityError) && m.DeclaringType != typeof(IdentidadePtBr))
            .Select(m => m.Name);
        Assert.Empty(doFramework);
    }

    [Fact]
    public void Code_stays_the_one_identity_gives()
    {
        Assert.Equal(new IdentityErrorDescriber().DuplicateEmail("a").Code, new IdentidadePtBr().DuplicateEmail("a").Code);
        Assert.Equal(new IdentityErrorDescriber().PasswordTooShort(12).Code, new IdentidadePtBr().PasswordTooShort(12).Code);
    }
}
