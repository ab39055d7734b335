using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Data;

public static class EnderecosProvados
{
    /// <summary>Whether that account has proven its e-mail address: mails from inside an organization go to no other.</summary>
    public static Task<bool> ProvouEnderecoAsync(this ContasDbContext contas, Guid usuarioId, CancellationToken ct) =>
        contas.Users.AnyAsync(u => u.Id == usuarioId && u.EmailConfirmed, ct);
}
