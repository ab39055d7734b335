using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>Calls and the provider's records of them may be deleted, late.</summary>
    public partial class LigacoesAntigas : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.SoApagarDepoisDe("ligacoes", "inicio_em", "90 days");
            migrationBuilder.SoApagarDepoisDe("registros_do_provedor", "comeco_em", "90 days");
            migrationBuilder.SoApagarComOAntigo("ids_dos_registros", "registro_id", "registros_do_provedor", "comeco_em", "90 days");
            migrationBuilder.Conceder("crm_app", "delete", "ligacoes", "registros_do_provedor", "ids_dos_registros");
        }

        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new System.NotSupportedException("Grants are not taken back by going down.");
    }
}
