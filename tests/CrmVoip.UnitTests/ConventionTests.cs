using System.Diagnostics;
using System.Text.RegularExpressions;
using CrmVoip.Data;
using CrmVoip.UnitTests.Delivery;
using CrmVoip.Web;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace CrmVoip.UnitTests;

/// <summary>The house rules that a machine can hold us to.</summary>
public sealed partial class ConventionTests
{
    private const int LinhasMaximo = 300;
    private static readonly string _raiz = Repository.Root;
    private static readonly string[] _arquivos = Git("ls-files", "--cached", "--others", "--exclude-standard");

    [Fact]
    public void Names_of_files_and_types_are_ascii()
    {
        Assert.Empty(_arquivos.Where(a => !Ascii().IsMatch(a)));
        Assert.Empty(typeof(CrmDbContext).Assembly.GetTypes()
            .SelectMany(t => t.GetMembers().Select(m => m.Name).Append(t.Name))
            .Where(n => !Ascii().IsMatch(n)));
    }

    [Fact]
    public void No_hand_written_file_is_longer_than_300_lines()
    {
        var longos = _arquivos
            .Where(a => Path.GetExtension(a) is ".cs" or ".cshtml" or ".js" or ".css" or ".mjs" or ".sh")
            .Where(a => !a.Contains("/Migrations/", StringComparison.Ordinal))
            .Where(a => File.Exists(Path.Combine(_raiz, a)))
            .Select(a => (Arquivo: a, Linhas: File.ReadLines(Path.Combine(_raiz, a)).Count()))
            .Where(a => a.Linhas > LinhasMaximo);
        Assert.Empty(longos);
    }

    [Fact]
    public void Query_filters_and_raw_sql_stay_in_Data()
    {
        Assert.Empty(ComConsultaSemMuro(_arquivos, a => File.ReadAllText(Path.Combine(_raiz, a))));
    }

    [Theory]
    [InlineData("db.Contatos.IgnoreQueryFilters().ToListAsync()")]
    [InlineData("db.Contatos.IgnoreQueryFilters([\"tenant\"])")]
    [InlineData("db.Contatos.FromSqlRaw(\"select * from contatos\")")]
    [InlineData("db.Database.ExecuteSqlAsync($\"delete from contatos\")")]
    [InlineData("db.Database.SqlQuery<int>($\"select 1\")")]
    [InlineData("new NpgsqlCommand(\"select 1\", conexao)")]
    public void Action_that_goes_around_the_filters_is_named(string texto)
    {
        string[] arquivos = ["src/CrmVoip/Features/Contatos/ContatosController.cs", "src/CrmVoip/Data/Travas.cs", "tests/X/Y.cs"];
        Assert.Equal(["src/CrmVoip/Features/Contatos/ContatosController.cs"], ComConsultaSemMuro(arquivos, _ => texto));
    }

    /// <summary>Whoever else opened it would not tell the administradores when the provider refuses it.</summary>
    [Fact]
    public void The_saved_token_is_opened_in_one_place()
    {
        string[] conhecidos =
        [
            "src/CrmVoip/Domain/Integracao.cs",
            "src/CrmVoip/Features/Telefonia/Conexoes/ContaDoProvedor.cs",
            "src/CrmVoip/Features/Telefonia/Conexoes/SalvarConexao.cs",
            "src/CrmVoip/Hosting/Demonstracao/DadosDeDemonstracao.cs",
        ];
        var onde = _arquivos
            .Where(a => a.StartsWith("src/CrmVoip/", StringComparison.Ordinal) && a.EndsWith(".cs", StringComparison.Ordinal))
            .Where(a => File.ReadAllText(Path.Combine(_raiz, a)).Contains("ColunaDoToken", StringComparison.Ordinal));
        Assert.Equal(conhecidos, onde.Order(StringComparer.Ordinal));
    }

    /// <summary>Whoever else looked at one would not count it, and there would be a place to guess.</summary>
    [Fact]
    public void A_password_is_judged_in_one_place()
    {
        var onde = _arquivos
            .Where(a => a.StartsWith("src/CrmVoip/", StringComparison.Ordinal) && a.EndsWith(".cs", StringComparison.Ordinal))
            .Where(a => SenhaJulgada().IsMatch(File.ReadAllText(Path.Combine(_raiz, a))));
        Assert.Equal(["src/CrmVoip/Features/Pessoas/Conta/Porteiro.cs"], onde);
    }

    [Fact]
    public void Actions_of_the_records_are_named_in_one_place()
    {
        var suspeitos = _arquivos
            .Where(a => a.StartsWith("src/CrmVoip/", StringComparison.Ordinal) && a.EndsWith(".cs", StringComparison.Ordinal))
            .Where(a => AcaoSolta().IsMatch(File.ReadAllText(Path.Combine(_raiz, a))));
        Assert.Empty(suspeitos);
    }

    [Fact]
    public void Views_have_no_inline_script_or_style()
    {
        var views = _arquivos.Where(a => a.EndsWith(".cshtml", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(views);
        Assert.Empty(views.Where(v => EmLinha().IsMatch(File.ReadAllText(Path.Combine(_raiz, v)))));
    }

    /// <summary>A link inside it would inherit where its answer goes: the part of another page that has that id, which is none.</summary>
    [Fact]
    public void What_draws_itself_anew_says_so_in_an_element_of_its_own()
    {
        var views = _arquivos.Where(a => a.EndsWith(".cshtml", StringComparison.Ordinal)).Select(v => (Nome: v, Texto: File.ReadAllText(Path.Combine(_raiz, v)))).ToList();
        Assert.Contains(views, v => v.Texto.Contains("<div hidden hx-get=", StringComparison.Ordinal));
        Assert.Empty(views.Where(v => DesenhaASiMesmo().IsMatch(v.Texto)).Select(v => v.Nome));
        Assert.Matches(DesenhaASiMesmo(), """<div class="pagina" id="hoje" hx-get="@raiz" hx-trigger="dados-alterados from:body" hx-target="#hoje" hx-select="#hoje">""");
    }

    [Fact]
    public void Controller_is_of_an_organization_or_on_the_short_list()
    {
        string[] foraDaOrganizacao = ["CrmVoip.Features.Pessoas.Conta", "CrmVoip.Features.Pessoas.Fatores", "CrmVoip.Features.Shared.Erros"];
        var controllers = typeof(CrmDbContext).Assembly.GetTypes().Where(t => typeof(ControllerBase).IsAssignableFrom(t) && !t.IsAbstract).ToList();
        Assert.NotEmpty(controllers);
        Assert.Empty(controllers
            .Where(t => !t.IsDefined(typeof(DaOrganizacaoAttribute), true) && !foraDaOrganizacao.Contains(t.Namespace))
            .Select(t => t.Name)
            .Except(["GanchosController"]));
        Assert.Empty(controllers
            .Where(t => t.IsDefined(typeof(DaOrganizacaoAttribute), true))
            .Where(t => t.IsDefined(typeof(AllowAnonymousAttribute), true) || t.GetMethods().Any(m => m.IsDefined(typeof(AllowAnonymousAttribute), true)))
            .Select(t => t.Name));
    }

    // Tenancy names the tenant; Hosting asks the catalogue before anything is served; Work is crm_fila, which sees the table of
    // work alone. None reads a row of an organization.
    private static readonly string[] _foraDosDados = ["src/CrmVoip/Tenancy/", "src/CrmVoip/Hosting/", "src/CrmVoip/Work/"];

    private static IEnumerable<string> ComConsultaSemMuro(IEnumerable<string> arquivos, Func<string, string> ler) => arquivos
        .Where(a => a.StartsWith("src/CrmVoip/", StringComparison.Ordinal) && a.EndsWith(".cs", StringComparison.Ordinal))
        .Where(a => !a.StartsWith("src/CrmVoip/Data/", StringComparison.Ordinal))
        .Where(a => Perigosas().IsMatch(ler(a)) || (AdoNet().IsMatch(ler(a)) && !_foraDosDados.Any(p => a.StartsWith(p, StringComparison.Ordinal))));

    [GeneratedRegex(@"<[a-z]+[^\n]*\bid=""([\w-]+)""[^\n]*hx-trigger=[^\n]*hx-target=""#\1""")]
    private static partial Regex DesenhaASiMesmo();

    [GeneratedRegex(@"CheckPasswordAsync\(|VerifyHashedPassword\(")]
    private static partial Regex SenhaJulgada();

    [GeneratedRegex("^[\\x00-\\x7F]*$")]
    private static partial Regex Ascii();

    [GeneratedRegex(@"IgnoreQueryFilters|FromSql|ExecuteSql|SqlQuery")]
    private static partial Regex Perigosas();

    [GeneratedRegex(@"NpgsqlCommand|NpgsqlDataSource|NpgsqlConnection\(|GetDbConnection|CreateCommand\(")]
    private static partial Regex AdoNet();

    [GeneratedRegex(@"(Registrar\(|GravarAsync\([^;]*?|new AuditLog\([^;]*?|new EventoDeConta\([^;]*?)""[a-z]+\.[a-z_]+""")]
    private static partial Regex AcaoSolta();

    [GeneratedRegex(@"<style|\sstyle=|\son[a-z]+=""|<script(?![^>]*\ssrc=)|hx-on|javascript:", RegexOptions.IgnoreCase)]
    private static partial Regex EmLinha();

    private static string[] Git(params string[] argumentos)
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["-c", "safe.directory=*", "-C", _raiz, .. argumentos]) { RedirectStandardOutput = true })!;
        var saida = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return saida.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
