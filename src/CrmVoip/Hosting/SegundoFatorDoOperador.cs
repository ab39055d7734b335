using CrmVoip.Domain;
using CrmVoip.Features.Pessoas.Fatores;
using CrmVoip.Text;
using Microsoft.AspNetCore.Identity;

namespace CrmVoip.Hosting;

/// <summary>Lets somebody who lost the app and the recovery codes in again by the password alone: the operator knows who asks.</summary>
public sealed class SegundoFatorDoOperador(UserManager<Usuario> usuarios, DesligarSegundoFator desligar)
{
    /// <returns>The exit code of `CrmVoip desligar-duas-etapas EMAIL`.</returns>
    public async Task<int> DesligarAsync(string? email, TextWriter saida, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(email) || await usuarios.FindByEmailAsync(Digitado.Limpar(email)) is not { } usuario)
        {
            await saida.WriteLineAsync($"No account has the e-mail “{email}”. Usage: CrmVoip desligar-duas-etapas EMAIL");
            return 1;
        }

        await desligar.PeloOperadorAsync(usuario, ct);
        await saida.WriteLineAsync("The second factor of this account is off; its passkeys stay.");
        return 0;
    }
}
